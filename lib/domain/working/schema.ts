import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { optionalPlace } from '@/lib/domain/client/place-field'
import {
  optionalDay,
  requiredDay,
  requiredId,
  requiredOptionOf,
  shortText,
  tick,
} from '@/lib/domain/form/fields'
import {
  dayPlaces,
  hoursRefusal,
  weekdays,
  type DayHours,
  type WeeklyHours,
} from '@/lib/domain/scheduling/working-time'

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** A wall time that may be left out. */
const time = z
  .string()
  .trim()
  .refine((text) => text === '' || isTime(text), 'notATime')
  .default('')
const place = requiredOptionOf(dayPlaces).default('office')
const stretch = z.object({ start: time, end: time })

/** Fields of one day's hours; what is not worked is not looked at. */
const dayFields = z
  .object({
    works: tick,
    start: z.unknown(),
    end: z.unknown(),
    breaks: z.unknown(),
    startPlace: z.unknown(),
    endPlace: z.unknown(),
  })
  .partial()
  .transform((day, context): DayHours | null => {
    if (!day.works) return null
    const read = hours.safeParse(day)
    if (read.success) return read.data
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

const hours = z
  .object({
    ...{ start: time, end: time, startPlace: place, endPlace: place },
    breaks: z.array(stretch).max(6, 'tooMany').default([]),
  })
  .superRefine((day, context) => {
    const issue = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path })
    if (day.start === '') issue('required', 'start')
    if (day.end === '') issue('required', 'end')
    for (const [index, { start, end }] of day.breaks.entries()) {
      if (start === '' && end !== '') issue('required', 'breaks', index, 'start')
      if (end === '' && start !== '') issue('required', 'breaks', index, 'end')
    }
    if (!isTime(day.start) || !isTime(day.end)) return
    const whole = day.breaks.flatMap((one, at) =>
      isTime(one.start) && isTime(one.end) ? [{ ...one, at }] : [],
    )
    const refusal = hoursRefusal({ ...day, breaks: whole })
    const wrong = refusal?.index === undefined ? undefined : whole[refusal.index]
    if (refusal && !wrong) issue(refusal.reason, 'end')
    if (refusal && wrong)
      issue(refusal.reason, 'breaks', wrong.at, refusal.reason === 'endBeforeStart' ? 'end' : 'start')
  })
  .transform(({ breaks, ...day }): DayHours => ({
    ...day,
    breaks: breaks.filter(({ start }) => start !== '').sort((a, b) => (a.start < b.start ? -1 : 1)),
  }))

type Raw = { copy?: unknown; days?: unknown }

/** "Tuesday to Friday like Monday": the days as they were typed, before anything is checked. */
const likeMonday = (form: unknown): unknown => {
  const { copy, days } = (form ?? {}) as Raw
  if (copy === undefined || !Array.isArray(days)) return form
  const typed = days as unknown[]
  return { ...(form as object), days: typed.map((day, index) => (index > 0 && index < 5 ? typed[0] : day)) }
}

/** The week of one consultant, Monday first; version 0 where none was ever saved. */
export const weekSchema = z.preprocess(
  likeMonday,
  z.object({
    memberId: requiredId,
    version: z.coerce.number('invalid').int('invalid').min(0, 'invalid'),
    home: optionalPlace,
    days: z
      .array(dayFields)
      .length(7, 'invalid')
      .transform((days): WeeklyHours =>
        Object.fromEntries(
          weekdays.flatMap((weekday, index) => (days[index] ? [[weekday, days[index]]] : [])),
        ),
      ),
  }),
)
export type WeekChange = z.output<typeof weekSchema>

/** One date that is not like its weekday. */
export const exceptionSchema = z.object({
  memberId: requiredId,
  day: requiredDay,
  hours: dayFields,
  note: shortText,
})
export type NewException = z.output<typeof exceptionSchema>

/** Away from a day and time to another; without times whole days, the last one included. */
export const timeOffSchema = z
  .object({
    memberId: requiredId,
    firstDay: requiredDay,
    firstTime: time,
    lastDay: optionalDay,
    lastTime: time,
    reason: shortText,
  })
  .transform(({ memberId, firstDay, firstTime, lastDay, lastTime, reason }, context) => {
    const last = Temporal.PlainDate.from(lastDay ?? firstDay)
    const from = Temporal.PlainDateTime.from(`${firstDay}T${firstTime || '00:00'}`)
    const until = lastTime ? last.toPlainDateTime(lastTime) : last.add({ days: 1 }).toPlainDateTime()
    if (Temporal.PlainDateTime.compare(from, until) >= 0) {
      const path = [lastDay && lastDay < firstDay ? 'lastDay' : 'lastTime']
      context.addIssue({ code: 'custom', message: 'endBeforeStart', path })
      return z.NEVER
    }
    if (from.until(until, { largestUnit: 'days' }).days > longestOff) {
      context.addIssue({ code: 'custom', message: 'outOfRange', path: ['lastDay'] })
      return z.NEVER
    }
    return { memberId, from, until, reason }
  })
export type NewTimeOff = z.output<typeof timeOffSchema>

/** Longest time off or closing in one piece, days: ours; a slip of the year is longer. */
export const longestOff = 366

export const memberRowSchema = z.object({ memberId: requiredId, id: requiredId })
