import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

// Field pieces for forms that arrive as text: an empty field is a field not given, and every message
// is a key of the catalogue's `errors`.

const given = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** One line, trimmed; empty is allowed and stays ''. */
export const shortText = z.string().trim().max(200, 'tooLong').default('')
export const longText = z.string().trim().max(4000, 'tooLong').default('')
export const requiredText = z.string('required').trim().min(1, 'required').max(200, 'tooLong')
export const requiredLongText = z.string('required').trim().min(1, 'required').max(4000, 'tooLong')

/** A whole number between two bounds, or undefined where the field was left empty. */
export const integerBetween = (low: number, high: number) =>
  z.preprocess(
    given,
    z.coerce.number('notANumber').int('notANumber').min(low, 'outOfRange').max(high, 'outOfRange').optional(),
  )

export const numberBetween = (low: number, high: number) =>
  z.preprocess(given, z.coerce.number('notANumber').min(low, 'outOfRange').max(high, 'outOfRange').optional())

/** A tick: a checkbox is there or it is not; a yes/no choice says 'yes' or 'no'. */
export const flag = z.preprocess(
  (value) =>
    value === 'on' || value === 'yes' || value === true
      ? true
      : value === 'no' || value === false
        ? false
        : undefined,
  z.boolean().optional(),
)
export const tick = z.preprocess((value) => value === 'on' || value === 'yes' || value === true, z.boolean())

/** Several of a closed set; a form sends one as a plain value. */
export const listOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess(
    (value) =>
      value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter(Boolean) : [value],
    z.array(z.enum(options, 'notAnOption')),
  )

/** One of a closed set, or undefined where nothing was chosen. */
export const optionOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess(given, z.enum(options, 'notAnOption').optional())
export const requiredOptionOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess(given, z.enum(options, 'required'))

const isDay = (value: string) => {
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' })
    return /^\d{4}-\d{2}-\d{2}$/.test(value)
  } catch {
    return false
  }
}

/** An ISO day as text, checked to exist. */
export const requiredDay = z.preprocess(given, z.string('required').refine(isDay, 'notADate'))
export const optionalDay = z.preprocess(given, z.string().refine(isDay, 'notADate').optional())

/** A wall time as text, HH:MM. */
export const requiredTime = z.preprocess(
  given,
  z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'),
)

export const requiredId = z.preprocess(given, z.uuid('required'))
export const optionalId = z.preprocess(given, z.uuid('invalid').optional())

/** The version a form was opened with: a later one in the database means somebody was faster. */
export const version = z.coerce.number('invalid').int('invalid').min(1, 'invalid')

export const optionalEmail = z.preprocess(
  given,
  z.string().trim().max(254, 'tooLong').pipe(z.email('notAnAddress')).optional(),
)
export const phone = z
  .string()
  .trim()
  .max(40, 'tooLong')
  .regex(/^[+()\d\s./-]*$/, 'notAPhone')
  .default('')
