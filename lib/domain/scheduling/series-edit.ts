import type { Temporal } from 'temporal-polyfill'
import { occurrencesOf, type Occurrence, type SeriesRule } from './series'
import type { Weekday } from './working-time'

/** A visit that came from a series. `day`: the one the rule meant it for. */
export type SeriesVisit = {
  id: string
  day: Temporal.PlainDate
  /** Somebody moved or changed it on its own: it stays as it is. */
  own: boolean
  /** Over, arrived at or cancelled: nothing touches it any more. */
  settled: boolean
}

/** What an edit does to a series, as a description: every visit is in exactly one of kept, moved and freed. */
export type SeriesEdit = {
  /** The rule of what was before; null where nothing was. */
  before: SeriesRule | null
  /** The rule from there on; null where the series ends. */
  after: SeriesRule | null
  kept: string[]
  moved: (Occurrence & { id: string })[]
  /** To be cancelled, in so many words. */
  freed: string[]
  /** Occurrences the new rule asks for beyond the ones there were. */
  added: Occurrence[]
}

const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.since(b).sign

/**
 * Changes a series from one of its days on. The n-th occurrence from there becomes the n-th of the new rule;
 * visits before, settled and changed on their own stay untouched, and one somebody took out does not come back.
 */
export function changeFollowing(
  rule: SeriesRule,
  visits: readonly SeriesVisit[],
  from: Temporal.PlainDate,
  after: SeriesRule | null,
): SeriesEdit {
  const old = occurrencesOf(rule)
  const following = old.filter(({ day }) => compare(day, from) >= 0)
  const wanted = after ? occurrencesOf(after) : []
  const placeOf = new Map(following.map(({ day }, index) => [day.toString(), index]))
  const edit: SeriesEdit = {
    before: following.length === old.length ? null : { ...rule, end: { until: from.subtract({ days: 1 }) } },
    after,
    ...{ kept: [], moved: [], freed: [] },
    added: wanted.slice(following.length),
  }
  for (const visit of visits) {
    const index = placeOf.get(visit.day.toString())
    const to = index === undefined ? undefined : wanted[index]
    if (index === undefined || visit.own || visit.settled) edit.kept.push(visit.id)
    else if (to) edit.moved.push({ id: visit.id, ...to })
    else edit.freed.push(visit.id)
  }
  return edit
}

/** Ends a series before one of its days. */
export const endBefore = (rule: SeriesRule, visits: readonly SeriesVisit[], from: Temporal.PlainDate) =>
  changeFollowing(rule, visits, from, null)

/**
 * The rule from one of its days on when that occurrence is moved to another wall time: its time of day for all, its
 * weekday in place of the old one, and as many occurrences as were left.
 */
export function ruleFrom(rule: SeriesRule, from: Temporal.PlainDate, to: Temporal.PlainDateTime): SeriesRule {
  const later = to.toPlainDate().since(from, { largestUnit: 'days' }).days
  const passed = occurrencesOf(rule).filter(({ day }) => compare(day, from) < 0).length
  const { end } = rule
  return {
    ...rule,
    first: to,
    weekdays: [...rule.weekdays.filter((weekday) => weekday !== from.dayOfWeek), to.dayOfWeek as Weekday],
    end:
      'count' in end ? { count: end.count - passed } : { until: end.until.add({ days: Math.max(0, later) }) },
  }
}
