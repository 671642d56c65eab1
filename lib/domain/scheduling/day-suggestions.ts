import { bestOrder } from './day-order'
import { timesOf, type DayFrame, type DayStop, type PlannedDay } from './day-plan'
import { minute } from './span'

/** A stop as it is agreed, and whether it may be moved at all: never one that is confirmed, arrived at or over. */
export type AgreedStop = DayStop & { start: number; movable: boolean }

/**
 * A better day, to be looked at: nothing moves by itself. `saves`: minutes of driving. Between `swap` and `move` all
 * other stops keep their times; `reorder` may move every stop that may be moved.
 */
export type Suggestion = { saves: number; plan: PlannedDay } & (
  | { kind: 'swap'; ids: readonly [string, string] }
  /** The stop goes between two others; null: to the beginning, to the end of the day. */
  | { kind: 'move'; id: string; after: string | null; before: string | null }
  | { kind: 'reorder' }
)

/** A better day has to save this many minutes to be worth a telephone call, and another order this many more: ours. */
const worthwhile = 5

/** Minutes of driving of a day as agreed, its way there and back included. */
export function drivingOf(stops: readonly AgreedStop[], { start, end, who, travel }: DayFrame): number {
  let [at, driving] = [start, 0]
  for (const { spot } of inTime(stops)) {
    if (at && spot) driving += travel(at, spot, who).minutes
    at = spot ?? at
  }
  return driving + (at && end && stops.length > 0 ? travel(at, end, who).minutes : 0)
}

/** The simplest change of a day that saves the most, and a whole new order where that saves clearly more. */
export function suggestionsFor(stops: readonly AgreedStop[], frame: DayFrame): Suggestion[] {
  const agreed = inTime(stops)
  const driving = drivingOf(agreed, frame)
  const steps = [...swaps(agreed, frame), ...moves(agreed, frame)]
    .map((step) => ({ ...step, saves: driving - step.plan.driving }))
    .toSorted((a, b) => b.saves - a.saves || moved(agreed, a.plan) - moved(agreed, b.plan))
  const [simple] = steps.filter(({ saves }) => saves >= worthwhile)
  const plan = bestOrder(agreed.map(asItMay), frame)
  const saves = plan ? driving - plan.driving : 0
  const whole: Suggestion[] =
    plan && saves >= (simple?.saves ?? 0) + worthwhile ? [{ kind: 'reorder', saves, plan }] : []
  return [...(simple ? [simple] : []), ...whole]
}

/** All minutes that visits move by: of two changes that save the same, the smaller one. */
const moved = (stops: readonly AgreedStop[], plan: PlannedDay) =>
  shiftsOf(stops, plan).reduce((total, { minutes }) => total + Math.abs(minutes), 0)

const inTime = (stops: readonly AgreedStop[]) =>
  stops.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))

const fixedAt = (stop: AgreedStop): DayStop => ({ ...stop, earliest: stop.start, latest: stop.start })
const asItMay = (stop: AgreedStop): DayStop => (stop.movable ? stop : fixedAt(stop))

type Step =
  | { kind: 'swap'; ids: readonly [string, string]; plan: PlannedDay }
  | { kind: 'move'; id: string; after: string | null; before: string | null; plan: PlannedDay }

function swaps(agreed: readonly AgreedStop[], frame: DayFrame): Step[] {
  const movable = agreed.filter((stop) => stop.movable)
  return movable.flatMap((a, index) =>
    movable.slice(index + 1).flatMap((b): Step[] => {
      const order = agreed.map((stop) =>
        stop === a ? inPlaceOf(b, a) : stop === b ? inPlaceOf(a, b) : fixedAt(stop),
      )
      const plan = timesOf(order, frame)
      return plan ? [{ kind: 'swap', ids: [a.id, b.id], plan }] : []
    }),
  )
}

/** A stop at the time of another one, or as soon after as the drive allows. */
const inPlaceOf = (stop: AgreedStop, other: AgreedStop): DayStop => ({
  ...stop,
  earliest: Math.max(stop.earliest, other.start),
})

function moves(agreed: readonly AgreedStop[], frame: DayFrame): Step[] {
  return agreed.flatMap((stop, from) => {
    if (!stop.movable) return []
    const others = agreed.filter((other) => other !== stop).map(fixedAt)
    return [...others, null].flatMap((next, to): Step[] => {
      const before = others[to - 1]
      if (to === from) return []
      const plan = timesOf([...others.slice(0, to), stop, ...others.slice(to)], frame)
      return plan
        ? [{ kind: 'move', id: stop.id, after: before?.id ?? null, before: next?.id ?? null, plan }]
        : []
    })
  })
}

/** The stops whose start a plan changes, with the minutes they move by; below 0 is earlier. */
export const shiftsOf = (stops: readonly AgreedStop[], plan: PlannedDay): { id: string; minutes: number }[] =>
  plan.stops.flatMap(({ id, start }) => {
    const agreed = stops.find((stop) => stop.id === id)
    return agreed && agreed.start !== start
      ? [{ id, minutes: Math.round((start - agreed.start) / minute) }]
      : []
  })
