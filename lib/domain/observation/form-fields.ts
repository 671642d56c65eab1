import { z } from 'zod'

/** An empty string, a string of blanks and null are "not given": a blank and a bad result are never the same. */
export function notGiven(value: unknown): unknown {
  if (value === null) return undefined
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

/** One of a closed set, or not given. */
export function answer<const Keys extends readonly [string, ...string[]]>(keys: Keys) {
  return z.preprocess(notGiven, z.enum(keys, { error: 'notInList' }).optional())
}

/** A chip group: a list, one string, or nothing; each chip once, in the order of tapping. */
export function chips<Key extends string>(keys: readonly Key[]) {
  return z.preprocess(
    (value) => {
      const given = notGiven(value)
      if (given === undefined) return []
      return (Array.isArray(given) ? given : [given]).filter((one) => notGiven(one) !== undefined)
    },
    z.array(z.enum(keys, { error: 'notInList' })).transform((tapped) => [...new Set(tapped)]),
  )
}

/** A number between two bounds (both allowed), or not given. A decimal comma is read as a point. */
export function numberIn(least: number, most: number, kind: 'whole' | 'any' = 'any') {
  return z.preprocess(typedNumber, boundedNumber(least, most, kind).optional())
}

/** As numberIn, but it has to be given. */
export function requiredNumberIn(least: number, most: number, kind: 'whole' | 'any' = 'any') {
  return z.preprocess(typedNumber, boundedNumber(least, most, kind))
}

function boundedNumber(least: number, most: number, kind: 'whole' | 'any') {
  const number = z
    .number({ error: (issue) => (issue.input === undefined ? 'required' : 'notANumber') })
    .min(least, { error: 'outOfRange' })
    .max(most, { error: 'outOfRange' })
  return kind === 'whole' ? number.int({ error: 'notANumber' }) : number
}

function typedNumber(value: unknown): unknown {
  const given = notGiven(value)
  return typeof given === 'string' ? Number(given.replace(',', '.')) : given
}

/** Free text up to `most` characters, trimmed, or not given. */
export function words(most: number) {
  return z.preprocess(
    notGiven,
    z.string({ error: 'notText' }).trim().max(most, { error: 'tooLong' }).optional(),
  )
}
