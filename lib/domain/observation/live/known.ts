import type { LiveEvent } from './event'
import type { WatchedAnimal } from './page'

/** What one place knows of an observation; another may know other taps of it. */
export type Known = {
  observationId: string
  animalId: string
  events: readonly LiveEvent[]
  /** Its session was written: the next tap begins another observation. */
  recorded: boolean
}

/** What is known in several places, as one: each observation once, with each of its taps once. */
export function together(known: readonly Known[]): Known[] {
  const whole = new Map<string, Known>()
  for (const one of known) {
    const before = whole.get(one.observationId)
    const events = new Map([...(before?.events ?? []), ...one.events].map((event) => [event.id, event]))
    const recorded = one.recorded || before?.recorded === true
    whole.set(one.observationId, { ...one, events: [...events.values()], recorded })
  }
  return [...whole.values()]
}

/** Of each animal the observation that was tapped last, of those that `which` is true of. */
export function newestOf(
  known: readonly Known[],
  which: (one: Known) => boolean = () => true,
): Record<string, Known> {
  const oldestFirst = together(known)
    .filter((one) => one.events.length > 0 && which(one))
    .sort((a, b) => lastOf(a) - lastOf(b))
  return Object.fromEntries(oldestFirst.map((one) => [one.animalId, one]))
}
const lastOf = ({ events }: Known) => events.reduce((last, { at }) => Math.max(last, at), 0)

/** Whether a tap now goes on with it. */
export const isOpen = ({ recorded }: Known): boolean => !recorded

/** What a page or a kit was given of its animals' observations. */
export const begunOf = (animals: readonly Pick<WatchedAnimal, 'id' | 'begun'>[]): Known[] =>
  animals.flatMap(({ id, begun }) => (begun ? [{ ...begun, animalId: id, recorded: false }] : []))
