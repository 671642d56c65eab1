import type { Temporal } from 'temporal-polyfill'
import type {
  BodyLevel,
  NoiseLevel,
  Place,
  SessionSource,
  TimeBand,
  Weather,
} from '@/lib/domain/observation/vocabulary'
import { timeBandStarts } from '@/lib/domain/observation/vocabulary'
import type { SessionKind } from '@/lib/domain/readiness/types'

/** What the charts read of one session; null was not seen or not measured, never zero. */
export type ProgressSession = {
  id: string
  /** The local day at the animal's home, and the order of writing down. */
  day: Temporal.PlainDate
  seq: number
  band: TimeBand
  stageKey: string
  source: SessionSource
  /** As it was tapped, and the higher of that and the signs. */
  tapped: BodyLevel
  level: BodyLevel
  kind: SessionKind
  /** Stress signs ticked, each once. */
  signs: number
  durationSec: number | null
  longestCalmSec: number | null
  latencyApproachSec: number | null
  latencyEatSec: number | null
  noise: NoiseLevel | null
  place: Place | null
  triggers: readonly string[]
  weather: Weather | null
  temperatureC: number | null
}

/** The time band of a moment on the wall of the home; `late` runs through the night to 5. */
export function bandOf(hour: number): TimeBand {
  return timeBandStarts.findLast(({ from }) => hour >= from)?.key ?? 'late'
}

/** Oldest first: by day, then by the order of writing down. */
export const inOrder = <S extends Pick<ProgressSession, 'day' | 'seq'>>(sessions: readonly S[]): S[] =>
  [...sessions].sort((a, b) => compareDays(a.day, b.day) || a.seq - b.seq)

/** Negative where `a` is the earlier day. */
export const compareDays = (a: Temporal.PlainDate, b: Temporal.PlainDate): number =>
  a.year - b.year || a.month - b.month || a.day - b.day

/** The middle value; between the two middle ones where they are even in number, null without any. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
