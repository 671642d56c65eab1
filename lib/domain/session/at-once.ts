import type { BodyLevel, HealthSign, RedEvent } from '@/lib/domain/observation/vocabulary'

/** What a person is told to do before anything else; sentences under `atOnce` in the session catalogue. */
export const atOnceKeys = ['vet_now', 'injury', 'vet', 'escaped', 'bite', 'panic'] as const
export type AtOnce = (typeof atOnceKeys)[number]

type Seen = { level: BodyLevel; events: readonly RedEvent[]; health: readonly HealthSign[] }

/** The animal's health rather than its fear. */
export const isAboutHealth = (key: AtOnce): boolean => ['vet_now', 'injury', 'vet'].includes(key)

/** Signs that cannot wait for office hours. Ours, on common first-aid advice; never a diagnosis. */
const urgent: readonly HealthSign[] = ['open_mouth_breathing', 'collapse', 'straining', 'toxin']
const loose: readonly RedEvent[] = ['escaped_gear', 'leash_dropped_bolt']

/** The most pressing thing a session asks for, or null: the animal's health first, then people, then rest. */
export function whatToDoAtOnce(seen: Seen): AtOnce | null {
  if (seen.health.some((sign) => urgent.includes(sign))) return 'vet_now'
  if (seen.events.includes('injury')) return 'injury'
  if (seen.health.length > 0) return 'vet'
  if (seen.events.some((event) => loose.includes(event))) return 'escaped'
  if (seen.events.includes('bite_skin')) return 'bite'
  return seen.level === 4 || seen.events.includes('tangled_panic') ? 'panic' : null
}

/** What the animal's health asks for, and then what the event itself does: a household is told both. */
export const allToDoAtOnce = ({ level, events, health }: Seen): AtOnce[] =>
  [whatToDoAtOnce({ level: 0, events: [], health }), whatToDoAtOnce({ level, events, health: [] })].filter(
    (one) => one !== null,
  )
