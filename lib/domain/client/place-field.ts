import { z } from 'zod'
import { longestPlace, placeFrom } from './coordinates'

/** A pasted place becomes its two degrees; empty is no place. Refusals say which kind of no. */
export const optionalPlace = z
  .string()
  .trim()
  .max(longestPlace, 'tooLong')
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const read = placeFrom(text)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: read })
    return z.NEVER
  })
