import { Temporal } from 'temporal-polyfill'
import type { BirthPrecision } from './intake'

export type Birth = { on: Temporal.PlainDate | null; precision: BirthPrecision }

/** Reads "2021", "2021-05" or "2021-05-14"; '' is unknown. Null where no such day exists. */
export function readBirth(text: string): Birth | null {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text.trim())
  if (text.trim() === '') return { on: null, precision: 'unknown' }
  if (!match || Number(match[1]) < 1980) return null
  const [, year = '1', month = '1', day = '1'] = match
  try {
    const on = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
    return { on, precision: match[3] ? 'day' : match[2] ? 'month' : 'year' }
  } catch {
    return null
  }
}

/** The same, written back into the field. */
export function writeBirth({ on, precision }: Birth): string {
  if (!on || precision === 'unknown') return ''
  return on.toString().slice(0, { day: 10, month: 7, year: 4 }[precision])
}

/** Not born yet: the day, the month or the year lies wholly ahead of today. */
export const isUnborn = ({ on }: Birth, today: Temporal.PlainDate): boolean =>
  on !== null && Temporal.PlainDate.compare(on, today) > 0

export type Age = { years: number; months: number; weeks: number; about: boolean }

/** The age today in whole years and months (weeks for the very young); `about` where the day is not known. */
export function ageOf({ on, precision }: Birth, today: Temporal.PlainDate): Age | null {
  if (!on || precision === 'unknown' || Temporal.PlainDate.compare(on, today) > 0) return null
  // The middle of what is known is the best guess: of 2021 the first of July, of May 2021 the fifteenth.
  const guess =
    precision === 'year' ? on.with({ month: 7 }) : precision === 'month' ? on.with({ day: 15 }) : on
  const from = Temporal.PlainDate.compare(guess, today) > 0 ? on : guess
  const { years, months } = from.until(today, { largestUnit: 'years' })
  const weeks = Math.floor(from.until(today, { largestUnit: 'days' }).days / 7)
  return { years, months, weeks, about: precision !== 'day' }
}
