import type { Temporal } from 'temporal-polyfill'
import type { ToldDay } from '@/lib/domain/obstacle/obstacle'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { lastOfEachDay, type StoredScore } from './score'
import { compareDays, inOrder, type ProgressSession } from './session'
import type { Programme, Rest, StageSpan } from './stages'

/** Weeks that can be asked for; without any, the whole plan. */
export const rangeWeeks = [4, 12] as const
export type RangeWeeks = (typeof rangeWeeks)[number]

/** The weeks of an address; anything else is the whole plan. */
export const rangeFrom = (asked: string | undefined): RangeWeeks | null =>
  rangeWeeks.find((weeks) => String(weeks) === asked) ?? null

/** One plan of one animal over its local days, the last day included. */
export type PlanOverTime = {
  from: Temporal.PlainDate
  last: Temporal.PlainDate
  programme: Programme
  spans: StageSpan[]
  rests: Rest[]
  scores: StoredScore[]
  sessions: ProgressSession[]
  /** Days without a session of which the household said what got in the way. */
  told: ToldDay[]
  /** There are older sessions than those given. */
  cut: boolean
}

/** An animal with its latest plan over time; null without a plan. */
export type OverTime = {
  animalId: string
  clientId: string
  name: string
  household: string
  species: Species
  today: Temporal.PlainDate
  plan: PlanOverTime | null
}

/**
 * The last weeks of a plan, or all of it: whole local days up to its last one, stages and rests cut at the edge,
 * one assessment a day, sessions oldest first.
 */
export function lastWeeks(plan: PlanOverTime, weeks: RangeWeeks | null): PlanOverTime {
  const asked = weeks && plan.last.subtract({ days: weeks * 7 - 1 })
  const from = asked && compareDays(asked, plan.from) > 0 ? asked : plan.from
  const inside = (day: Temporal.PlainDate) => compareDays(day, from) >= 0 && compareDays(day, plan.last) <= 0
  const cutAt = <S extends Rest>(spans: readonly S[]): S[] =>
    spans
      .filter(({ until }) => compareDays(until, from) > 0)
      .map((span) => (compareDays(span.from, from) < 0 ? { ...span, from } : span))
  return {
    ...plan,
    from,
    spans: cutAt(plan.spans),
    rests: cutAt(plan.rests),
    scores: lastOfEachDay(plan.scores.filter(({ asOf }) => inside(asOf))),
    sessions: inOrder(plan.sessions.filter(({ day }) => inside(day))),
    told: plan.told.filter(({ day }) => inside(day)).toSorted((a, b) => compareDays(a.day, b.day)),
  }
}
