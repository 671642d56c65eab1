import { Temporal } from 'temporal-polyfill'

/** From one moment (epoch milliseconds) on, what the clocks of a zone add to UTC (milliseconds). */
type Step = { from: number; offset: number }

/**
 * The clocks of a zone over a span, read once: every change and the offset that follows. Wall times are
 * milliseconds too, counted as if the wall stood in UTC, so that thousands of candidates cost arithmetic only.
 */
export type ZoneClock = { zone: string; steps: readonly Step[] }

/** Clocks are read for a year and more around what is asked for, and remembered: a zone's past does not change. */
const year = 366 * 86_400_000
const known = new Map<string, ZoneClock>()

/**
 * Reads the clocks of an IANA zone between two moments, epoch milliseconds, and for a year or more on either side.
 * Throws RangeError on no zone.
 */
export function zoneClock(zone: string, from: number, until: number): ZoneClock {
  const [first, last] = [Math.floor(from / year) - 1, Math.ceil(until / year) + 1]
  const key = `${zone} ${first} ${last}`
  const clock = known.get(key) ?? { zone, steps: stepsOf(zone, first * year, last * year) }
  known.set(key, clock)
  return clock
}

function stepsOf(zone: string, from: number, until: number): Step[] {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const steps: Step[] = []
  while (at && at.epochMilliseconds <= until) {
    steps.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1e6 })
    at = at.getTimeZoneTransition('next')
  }
  return steps
}

/** What the wall shows at a moment. Before the first step the clock is read as in it. */
export function wallAt({ steps }: ZoneClock, moment: number): number {
  let offset = steps[0]?.offset ?? 0
  for (const step of steps) if (step.from <= moment) offset = step.offset
  return moment + offset
}

/** The first moment the wall shows a time; one that the clocks skip is the moment of the change. */
export function firstShown({ steps }: ZoneClock, wall: number): number {
  for (const [index, { from, offset }] of steps.entries()) {
    const moment = wall - offset
    const next = steps[index + 1]
    if (!next || moment < next.from) return index === 0 ? moment : Math.max(moment, from)
  }
  return wall
}

/** The end of what the wall shows before a time, as the end of a span; a skipped one is the moment of the change. */
export function lastShown({ steps }: ZoneClock, wall: number): number {
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]
    const next = steps[index + 1]
    const moment = wall - (step?.offset ?? 0)
    if (step && (index === 0 || moment > step.from)) return next ? Math.min(moment, next.from) : moment
  }
  return wall
}

/** The moments at which the wall shows a time that it shows twice: no visit can be told by it. */
export function repeats({ steps }: ZoneClock): { from: number; until: number }[] {
  return steps.flatMap(({ from, offset }, index) => {
    const back = (steps[index - 1]?.offset ?? offset) - offset
    return back > 0 ? [{ from: from - back, until: from + back }] : []
  })
}
