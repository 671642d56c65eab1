import { dayScale, type DayScale } from '@/components/chart/day-scale'
import type { PlanOverTime } from '@/lib/domain/progress/over-time'
import { compareDays } from '@/lib/domain/progress/session'
import { nameOfStage } from '@/lib/domain/progress/stages'
import type { Temporal } from 'temporal-polyfill'

/** What every chart of the page draws from: one animal's days, on one scale. */
export type Drawn = {
  animalId: string
  name: string
  plan: PlanOverTime
  scale: DayScale
  redDays: Temporal.PlainDate[]
  stageName: (key: string) => string
}

export function drawnOf(animalId: string, name: string, plan: PlanOverTime): Drawn {
  const red = plan.sessions.filter(({ kind }) => kind === 'red').map(({ day }) => day)
  return {
    animalId,
    name,
    plan,
    scale: dayScale(plan.from, plan.last),
    redDays: red.filter((day, index) => red.findIndex((other) => compareDays(day, other) === 0) === index),
    stageName: (key) => nameOfStage(plan.programme, key),
  }
}
