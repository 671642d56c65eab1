import type { Tap } from '@/lib/domain/observation/live/event'
import { nameOf } from '@/lib/domain/observation/live/name'
import type { Observed } from '@/lib/domain/observation/live/observed'
import { bodyLevelKeys, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { LiveWords } from '@/lib/format/live-words'

/** A sentence with what belongs into it. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))

/** 3:42, or 1:03:42. */
export function clockFace(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (count: number) => String(count).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

type Buttons = Pick<LiveWords, 'buttons'>
export const levelIn = ({ buttons }: Buttons, level: BodyLevel): string =>
  buttons[`body.${bodyLevelKeys[level]}`] ?? ''

/** The same inside a sentence. */
export const levelWithin = ({ within }: Pick<LiveWords, 'within'>, level: BodyLevel): string =>
  within[`body.${bodyLevelKeys[level]}`] ?? ''

/** What was tapped, in words. */
export function tapIn({ buttons, within }: Pick<LiveWords, 'buttons' | 'within'>, tap: Tap): string {
  const what = buttons[nameOf(tap)] ?? ''
  if (tap.what !== 'trigger') return what
  const far = tap.metres === undefined ? within[`triggerDistance.${tap.distance}`] : `${tap.metres} m`
  return far === undefined ? what : `${what}, ${far}`
}

/** What a picture of it shows, for those who cannot see it. */
export function shortOf(words: LiveWords, seen: Observed | null): string {
  const { buttons, say } = words
  if (!seen) return say.stripNothing
  const { body, signs, trials, events, health } = seen
  const turns = trials.map(({ ok, of }) => filled(say.turns, { ok, of }))
  const parts = [
    ...(body.worst === null ? [] : [filled(say.worst, { level: levelWithin(words, body.worst) })]),
    ...signs.map(({ sign, times }) => `${buttons[`sign.${sign}`]} ${times}`),
    ...events.map((event) => buttons[`event.${event}`]),
    ...health.map((sign) => buttons[`health.${sign}`]),
    ...turns,
  ]
  return filled(say.strip, { what: parts.join(', ') || say.nothing })
}
