import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import {
  optionalDay,
  requiredDay,
  requiredId,
  requiredOptionOf,
  requiredText,
} from '@/lib/domain/form/fields'
import { closingKinds, type ClosingKind } from '@/lib/domain/scheduling/working-time'
import { longestOff } from './schema'

/** A stretch of days with its name, both ends included. */
export type Closing = {
  firstDay: Temporal.PlainDate
  lastDay: Temporal.PlainDate
  kind: ClosingKind
  name: string
}

const kind = requiredOptionOf(closingKinds)

export const closingSchema = z
  .object({ firstDay: requiredDay, lastDay: optionalDay, kind, name: requiredText })
  .transform(({ firstDay, lastDay, ...rest }, context): Closing => {
    const span = {
      firstDay: Temporal.PlainDate.from(firstDay),
      lastDay: Temporal.PlainDate.from(lastDay ?? firstDay),
    }
    const wrong = spanRefusal(span)
    if (!wrong) return { ...span, ...rest }
    context.addIssue({ code: 'custom', message: wrong, path: ['lastDay'] })
    return z.NEVER
  })

function spanRefusal({ firstDay, lastDay }: Pick<Closing, 'firstDay' | 'lastDay'>): string | null {
  const days = firstDay.until(lastDay, { largestUnit: 'days' }).days
  return days < 0 ? 'endBeforeStart' : days >= longestOff ? 'outOfRange' : null
}

export const closingIdSchema = z.object({ id: requiredId })

/** Most lines of one pasted list: ours. */
const mostLines = 100

/** A pasted list of days, one a line: "2026-12-25 Christmas Day", "24.12.2026 - 02.01.2027; Winter". */
export const closingListSchema = z.object({
  kind,
  list: z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(10_000, 'tooLong')
    .transform((list, context) => {
      const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '')
      if (lines.length > mostLines) {
        context.addIssue({ code: 'custom', message: 'tooMany' })
        return z.NEVER
      }
      return lines.map((line) => ({ line: line.trim(), read: closingOfLine(line) }))
    }),
})
export type ClosingList = z.output<typeof closingListSchema>

const day = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})`
const shape = new RegExp(
  String.raw`^\W*${day}(?:\s*(?:-|–|—|to|until|\.\.)\s*${day})?[\s,;:|–—-]+(\S.*)$`,
  'i',
)

/**
 * One line of a pasted list; null where it cannot be read. Days as 2026-12-25, 25.12.2026, 25 Dec 2026 or
 * 25/12/2026, where the day comes first.
 */
export function closingOfLine(line: string): Omit<Closing, 'kind'> | null {
  const [, first, last, name] = shape.exec(line.trim()) ?? []
  const firstDay = dayIn(first)
  const lastDay = last === undefined ? firstDay : dayIn(last)
  if (!firstDay || !lastDay || !name || name.length > 200) return null
  return spanRefusal({ firstDay, lastDay }) ? null : { firstDay, lastDay, name: name.trim() }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dayIn(text: string | undefined): Temporal.PlainDate | null {
  if (!text) return null
  const parts = text.split(/[-./\s]+/)
  const [day = '', month = '', year = ''] = /^\d{4}-/.test(text) ? parts.toReversed() : parts
  const number = /\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: number, day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
