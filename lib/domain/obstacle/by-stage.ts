import type { Temporal } from 'temporal-polyfill'
import { compareDays } from '@/lib/domain/progress/session'
import type { StageSpan } from '@/lib/domain/progress/stages'
import { obstacles, type Obstacle, type ToldDay } from './obstacle'

/** Days on which something got in the way of one stage, the most frequent first. */
export type StageObstacles = {
  stageKey: string
  name: string
  days: number
  counts: { obstacle: Obstacle; days: number }[]
}

/** Only days on which nothing was practised after all: a log may come later than what got in the way of it. */
export function withoutSession<Told extends Pick<ToldDay, 'day'>>(
  told: readonly Told[],
  sessions: readonly { day: Temporal.PlainDate }[],
): Told[] {
  const practised = new Set(sessions.map(({ day }) => day.toString()))
  return told.filter(({ day }) => !practised.has(day.toString()))
}

/** What got in the way, by the stage the animal was in on that day; the stage it came to last stands first. */
export function obstaclesByStage(told: readonly ToldDay[], spans: readonly StageSpan[]): StageObstacles[] {
  const latestFirst = [...new Map(spans.toReversed().map((span) => [span.stageKey, span.name]))]
  const stageOn = (day: Temporal.PlainDate) =>
    spans.find(({ from, until }) => compareDays(from, day) <= 0 && compareDays(day, until) < 0)?.stageKey
  return latestFirst.flatMap(([stageKey, name]) => {
    const here = told.filter(({ day }) => stageOn(day) === stageKey)
    if (here.length === 0) return []
    const counts = obstacles
      .map((obstacle) => ({ obstacle, days: here.filter((one) => one.obstacle === obstacle).length }))
      .filter(({ days }) => days > 0)
      .toSorted((a, b) => b.days - a.days)
    return [{ stageKey, name, days: here.length, counts }]
  })
}
