import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** "day 3 of at least 5", or what holds instead: paused until a day, in the indoor programme until its review. */
export function stageDay({ status, state, dayInStage, minDays }: AnimalStanding): string {
  return text('plan')('dayOf', {
    status,
    day: dayInStage,
    min: minDays,
    until: state.pausedUntil ? monthDay(state.pausedUntil, 'UTC') : 'none',
    review: state.reviewOn ? monthDay(state.reviewOn, 'UTC') : '',
  })
}
