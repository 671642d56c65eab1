import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'
import { mostOccurrences, occurrencesOf, type SeriesRule } from '@/lib/domain/scheduling/series'
import type { Weekday } from '@/lib/domain/scheduling/working-time'
import { animals, answers } from '@/lib/domain/visit/schema'

export const weekdayKeys = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What becomes of an occurrence that does not fit: nothing, left out, or another wall time, "2026-05-28T11:45". */
const mend = z.string().regex(/^(skip|\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d)?$/, 'invalid')

const { anyway } = answers

export const seriesSchema = z.object({
  clientId: fields.requiredId,
  animalIds: animals,
  serviceId: fields.requiredId,
  consultantId: fields.requiredId,
  day: fields.requiredDay,
  time: fields.requiredTime,
  everyWeeks: fields.integerBetween(1, 52),
  weekdays: fields.listOf(weekdayKeys),
  count: fields.integerBetween(1, mostOccurrences),
  until: fields.optionalDay,
  message: fields.longText,
  mends: z.record(fields.requiredDay, mend).default({}),
  anyway,
})
export type SeriesFields = z.output<typeof seriesSchema>

/** What of a series the address of its preview says, and what it is called there. */
export type SeriesQuery = Partial<
  Record<
    'client' | 'animals' | 'service' | 'consultant' | 'day' | 'time' | 'weeks' | 'on' | 'count' | 'until',
    string
  >
>

export const seriesQuery = (input: SeriesFields): SeriesQuery => ({
  ...{ client: input.clientId, animals: input.animalIds.join(','), service: input.serviceId },
  ...{ consultant: input.consultantId, day: input.day, time: input.time, on: input.weekdays.join(',') },
  ...(input.everyWeeks === undefined ? {} : { weeks: String(input.everyWeeks) }),
  ...(input.count === undefined ? {} : { count: String(input.count) }),
  ...(input.until === undefined ? {} : { until: input.until }),
})

/** The series an address asks for; null where it says too little, or nonsense. */
export function seriesAsked(asked: SeriesQuery): SeriesFields | null {
  const several = (text = '') => text.split(',').filter((part) => part !== '')
  const parsed = seriesSchema.safeParse({
    ...{ clientId: asked.client, animalIds: several(asked.animals), serviceId: asked.service },
    ...{ consultantId: asked.consultant, day: asked.day, time: asked.time, weekdays: several(asked.on) },
    ...{ everyWeeks: asked.weeks, count: asked.count, until: asked.until },
  })
  return parsed.success ? parsed.data : null
}

/** What a series is until somebody says otherwise: six visits, every other week, on the weekday of the first. */
export const usual = { everyWeeks: 2, count: 6 }

/** The rule a form describes; a last day counts before a number. */
export function ruleOf({ day, time, everyWeeks, weekdays, count, until }: SeriesFields): SeriesRule {
  const first = Temporal.PlainDateTime.from(`${day}T${time}`)
  return {
    first,
    everyWeeks: everyWeeks ?? usual.everyWeeks,
    weekdays:
      weekdays.length > 0 ? weekdays.map((key) => Number(key) as Weekday) : [first.dayOfWeek as Weekday],
    end: until === undefined ? { count: count ?? usual.count } : { until: Temporal.PlainDate.from(until) },
  }
}

/** One visit of a series as it is to be booked. `day`: the one the rule means it for. */
export type Meant = { day: Temporal.PlainDate; wall: Temporal.PlainDateTime }

/** The visits a form asks for: those of its rule, with what was chosen for the ones that did not fit. */
export function meantBy(input: SeriesFields): Meant[] {
  return occurrencesOf(ruleOf(input)).flatMap(({ day, wall }) => {
    const mend = input.mends[day.toString()]
    if (mend === 'skip') return []
    return [{ day, wall: mend ? Temporal.PlainDateTime.from(mend) : wall }]
  })
}

/** One visit of a series and all that follow it, at another time, for another service or with somebody else. */
export const changeFollowingSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  day: fields.requiredDay,
  time: fields.requiredTime,
  serviceId: fields.requiredId,
  consultantId: fields.requiredId,
  anyway,
})
export type ChangeFollowing = z.output<typeof changeFollowingSchema>
