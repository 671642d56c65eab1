/**
 * Measures the scheduling of a large practice: `npx tsx e2e/performance/scheduling.ts`. Prints milliseconds on the
 * clock and, for a machine that is busy with other things, of the processor.
 */
import { Temporal } from 'temporal-polyfill'
import type { Asked, Booked, Consultant } from '@/lib/domain/scheduling/asked'
import { bestOrder } from '@/lib/domain/scheduling/day-order'
import type { DayFrame, DayStop } from '@/lib/domain/scheduling/day-plan'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { ourRoads } from '@/lib/domain/scheduling/travel'
import { travelSource, type Spot } from '@/lib/domain/scheduling/travel-source'
import type { DayHours } from '@/lib/domain/scheduling/working-time'

const minute = 60_000
const zone = 'Europe/London'
const monday = Temporal.PlainDate.from('2026-05-11')

/** Numbers that look random and are the same in every run (Lehmer). */
let seed = 20_261_121
const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most

const spotNear = (id: string): Spot => ({
  id,
  at: { lat: 55.9 + below(1000) / 10_000, lng: -3.3 + below(2000) / 10_000 },
})
const homes = Array.from({ length: 400 }, (_, n) => spotNear(`home ${n}`))
const anyHome = () => homes[below(homes.length)] ?? spotNear('home')

const hours: DayHours = {
  ...{ start: '08:30', end: '18:00', startPlace: 'home', endPlace: 'home' },
  breaks: [{ start: '12:30', end: '13:00' }],
}

function fortnightOf(id: string): Consultant {
  const booked = Array.from({ length: 14 }, (_, day) => {
    const opens = monday.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
    return Array.from({ length: 4 }, (_, n): Booked => {
      const from = opens.epochMilliseconds + (n * 125 + below(30)) * minute
      return {
        id: `${id} ${day} ${n}`,
        from,
        until: from + 45 * minute,
        setUp: 5,
        wrapUp: 5,
        spot: anyHome(),
      }
    })
  }).flat()
  return {
    id,
    working: {
      weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours },
      exceptions: [],
      timeOff: [],
    },
    places: { home: spotNear(`of ${id}`), office: spotNear('office') },
    booked,
  }
}

const from = monday.toZonedDateTime(zone).epochMilliseconds
const consultants = Array.from({ length: 50 }, (_, n) => fortnightOf(`consultant ${n}`))
const asked: Omit<Asked, 'rules'> = {
  wanted: { minutes: 45, setUp: 5, wrapUp: 5, spot: anyHome(), zone, maxDrive: null },
  consultants,
  closings: [],
  travel: travelSource({
    measured: Array.from({ length: 2000 }, () => ({
      consultantId: `consultant ${below(50)}`,
      ...{
        from: anyHome().id,
        to: anyHome().id,
        minutes: 5 + below(40),
        at: Temporal.Instant.from('2026-05-01T00:00Z'),
      },
    })),
    roads: ourRoads,
  }),
  window: { from, until: from + 14 * 24 * 60 * minute },
  now: from - 48 * 60 * minute,
  zone,
}

function measure(name: string, runs: number, prepare: () => () => number): void {
  const [clock, processor]: [number[], number[]] = [[], []]
  let last = 0
  for (let run = 0; run < runs + 5; run++) {
    const work = prepare()
    const [started, used] = [performance.now(), process.cpuUsage()]
    last = work()
    const { user, system } = process.cpuUsage(used)
    if (run < 5) continue
    clock.push(performance.now() - started)
    processor.push((user + system) / 1000)
  }
  const line = (times: number[]) => {
    times.sort((a, b) => a - b)
    const at = (share: number) => (times[Math.floor(share * (runs - 1))] ?? 0).toFixed(1)
    return `median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`
  }
  process.stdout.write(`${name} (${last}): ${line(clock)} ms; processor ${line(processor)} ms\n`)
}

const slotsOf = (grid: 5 | 15) => () => () =>
  findSlots({ ...asked, rules: { notice: 24, horizon: 60, grid } }).length
measure('slots, 50 consultants x 14 days, every quarter hour', 100, slotsOf(15))
measure('slots, 50 consultants x 14 days, every 5 minutes', 100, slotsOf(5))

function dayOf(count: number, fixed: number, narrow: boolean): () => () => number {
  return () => {
    const opens = from + 8 * 60 * minute
    const travel = travelSource({ roads: ourRoads })
    const frame: DayFrame = {
      ...{
        from: opens,
        until: opens + 16 * 60 * minute,
        who: 'a',
        travel,
        start: spotNear('start'),
        end: spotNear('end'),
      },
      away: [{ from: opens + 240 * minute, until: opens + 270 * minute }],
    }
    const stops = Array.from({ length: count }, (_, n): DayStop => {
      const at = opens + (90 + n * 60) * minute
      const window =
        n < fixed
          ? { earliest: at, latest: at }
          : narrow
            ? { earliest: opens + below(240) * minute, latest: opens + (600 + below(300)) * minute }
            : { earliest: opens, latest: frame.until }
      return { id: `${n}`, minutes: 30, setUp: 0, wrapUp: 5, spot: anyHome(), ...window }
    })
    return () => bestOrder(stops, frame)?.driving ?? -1
  }
}
measure('order of a day, 9 movable stops and 1 fixed', 100, dayOf(10, 1, false))
measure('order of a day, 9 movable stops with windows and 1 fixed', 100, dayOf(10, 1, true))
measure('order of a day, 10 movable stops', 100, dayOf(10, 0, false))
measure('order of a day, 14 movable stops', 30, dayOf(14, 0, false))
