import type { Temporal } from 'temporal-polyfill'
import { spanOfDay } from '@/lib/domain/time/time'
import { wallAt, zoneClock } from '@/lib/domain/time/zone-clock'
import type { Asked, Consultant } from './asked'
import { merged, overlap, type Span } from './span'
import { daysOf, workingDays, type Day, type DayOff, type WorkingDay } from './working-day'

/** Time of a day nobody is visited in: minutes after midnight on the practice's wall. */
export type Shade = Span & { kind: 'off' | 'closed' | 'break' | 'timeOff'; name: string }

type Frame = Pick<Asked, 'consultants' | 'closings' | 'zone' | 'travel'>

/** The hours somebody does not work on a day, breaks, time off and closings included, in order. */
export function shadesOf(frame: Frame, consultant: Consultant, day: Temporal.PlainDate): Shade[] {
  const { answer, toWall } = dayIn(frame, consultant, day)
  if ('off' in answer)
    return [
      {
        from: 0,
        until: 1440,
        kind: answer.off === 'closed' ? 'closed' : 'off',
        name: answer.off === 'closed' ? answer.name : '',
      },
    ]
  const spans = (kind: Shade['kind'], list: readonly Span[]) =>
    list.map((span): Shade => ({ from: toWall(span.from), until: toWall(span.until), kind, name: '' }))
  return [
    { from: 0, until: toWall(answer.from), kind: 'off' as const, name: '' },
    ...spans('break', answer.breaks),
    ...spans('timeOff', answer.timeOff),
    { from: toWall(answer.until), until: 1440, kind: 'off' as const, name: '' },
  ].filter(({ from, until }) => from < until)
}

/** What all of them have in common: where a column is everybody's, only that is nobody's time. */
export function commonShades(each: readonly (readonly Shade[])[]): Shade[] {
  const [first, ...others] = each
  if (!first) return []
  const closed = first.find(({ kind }) => kind === 'closed')
  if (closed && others.every((shades) => shades.some(({ kind }) => kind === 'closed'))) return [closed]
  const common = others.reduce((left: Span[], shades) => {
    const right = merged(shades)
    return left.flatMap((a) =>
      right
        .filter((b) => overlap(a, b))
        .map((b) => ({ from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) })),
    )
  }, merged(first))
  if (others.length === 0) return [...first]
  return common.map((span) => ({ ...span, kind: 'off', name: '' }))
}

/** Minutes of the way home after the last home visited that day, by that visit's id; none where the day ends anywhere. */
export function homeward(frame: Frame, day: Temporal.PlainDate): Map<string, number> {
  const ways = new Map<string, number>()
  for (const consultant of frame.consultants) {
    const { answer, at } = dayIn(frame, consultant, day)
    const last = consultant.booked
      .filter(({ spot, from }) => spot && from >= at.from && from < at.until)
      .toSorted((a, b) => a.from - b.from)
      .at(-1)
    if (!last?.spot || 'off' in answer || answer.endPlace === 'anywhere') continue
    ways.set(last.id, frame.travel(last.spot, consultant.places[answer.endPlace], consultant.id).minutes)
  }
  return ways
}

/** A day of somebody, as worked or not, with the reading of the practice's wall in minutes after its midnight. */
function dayIn({ closings, zone }: Frame, { working }: Consultant, date: Temporal.PlainDate) {
  const { from, until } = spanOfDay(date, zone)
  const span = { from: from.epochMilliseconds, until: until.epochMilliseconds }
  const clock = zoneClock(zone, span.from, span.until)
  const [day] = daysOf(clock, span)
  if (!day) throw new RangeError('no day')
  const answer: WorkingDay | DayOff = workingDays(clock, working, closings)(day)
  const at: Day = day
  const toWall = (moment: number) =>
    Math.min(1440, Math.max(0, Math.round((wallAt(clock, moment) - day.number * 86_400_000) / 60_000)))
  return { answer, at, toWall }
}
