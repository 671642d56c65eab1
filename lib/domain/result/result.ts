/**
 * What a verb answers. A refusal is expected and has a reason: a key of the catalogue's `errors`
 * or of the noun's own area as `area.key`. Surprises throw.
 */
export type Result<T = void> = Done<T> | Refusal
export type Done<T> = { ok: true; value: T }
export type Refusal = {
  ok: false
  reason: string
  values?: Record<string, string | number>
  /** Reasons at fields, by the field's path in the form. */
  fields?: Record<string, string>
  /** What stands now, where somebody else was faster: field path to shown value. */
  theirs?: Record<string, string>
  /** The version that stands now, so that saving again is a decision. */
  version?: number
  /** What would be possible instead, each a button of the form that sends its value as `offer`. */
  offers?: readonly Offer[]
}
export type Offer = { value: string; label: string; detail?: string }

export function done(): Done<void>
export function done<T>(value: T): Done<T>
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value }
}

export const refused = (reason: string, more: Omit<Refusal, 'ok' | 'reason'> = {}): Refusal => ({
  ok: false,
  reason,
  ...more,
})

/** The row is not there for this viewer: the same answer for a stranger's id, a random and a malformed one. */
export class NotFound extends Error {
  override name = 'NotFound'
}
