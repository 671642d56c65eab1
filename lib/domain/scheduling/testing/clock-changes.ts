import { Temporal } from 'temporal-polyfill'

/**
 * Clock changes of 2026 written down by hand, as the independent side of the proofs: the moment in UTC, and minutes
 * east of UTC before and after. Sources: the tz database's rule lines, which are prose anybody can check.
 * - US: second Sunday of March, first Sunday of November, 02:00 (Energy Policy Act 2005).
 * - EU and UK: last Sundays of March and October, 01:00 UTC.
 * - Chile: first Sunday on or after 2 April and 2 September, 04:00 UTC (so Saturday 24:00 on the wall).
 * - Lord Howe: first Sundays of April and October, 02:00, by half an hour.
 */
export type ClockChange = { zone: string; at: string; before: number; after: number }

export const clockChanges: readonly ClockChange[] = [
  { zone: 'America/New_York', at: '2026-03-08T07:00Z', before: -300, after: -240 },
  { zone: 'America/New_York', at: '2026-11-01T06:00Z', before: -240, after: -300 },
  { zone: 'Europe/London', at: '2026-03-29T01:00Z', before: 0, after: 60 },
  { zone: 'Europe/London', at: '2026-10-25T01:00Z', before: 60, after: 0 },
  { zone: 'America/Santiago', at: '2026-04-05T03:00Z', before: -180, after: -240 },
  { zone: 'America/Santiago', at: '2026-09-06T04:00Z', before: -240, after: -180 },
  { zone: 'Australia/Lord_Howe', at: '2026-04-04T15:00Z', before: 660, after: 630 },
  { zone: 'Australia/Lord_Howe', at: '2026-10-03T15:30Z', before: 630, after: 660 },
]

/**
 * Zones whose rules changed in 2026, with the release of the tz database that says so: the offset of their winter in
 * minutes before and after. Moldova (2026a) changed its hour of change; British Columbia (2026b) stays on -7 and
 * Alberta (2026c) on -6 from 1 November, Morocco (2026c) on UTC from 20 September.
 */
export const changedIn2026 = [
  { zone: 'America/Vancouver', release: '2026b', old: -480, now: -420 },
  { zone: 'America/Edmonton', release: '2026c', old: -420, now: -360 },
  { zone: 'Africa/Casablanca', release: '2026c', old: 60, now: 0 },
] as const

/** What the clocks of a zone in the table show at a moment of 2026, epoch milliseconds, as minutes east of UTC. */
export function offsetByHand(zone: string, moment: number): number {
  const its = clockChanges.filter((change) => change.zone === zone)
  const passed = its.filter(({ at }) => Temporal.Instant.from(at).epochMilliseconds <= moment)
  return passed.at(-1)?.after ?? its[0]?.before ?? NaN
}
