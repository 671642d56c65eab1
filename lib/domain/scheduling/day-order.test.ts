import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestOrder, exactUpTo } from './day-order'
import { timesOf, type DayFrame, type DayStop } from './day-plan'
import { shiftsOf, suggestionsFor, type AgreedStop } from './day-suggestions'
import { minute } from './span'
import { alongTheRoad, at, office, spotAt } from './testing/practice'
import { ourRoads } from './travel'
import { travelSource } from './travel-source'

const day = '2026-05-14'
const opens = at(`${day}T08:00`)
const frame: DayFrame = {
  ...{ from: opens, until: opens + 600 * minute, away: [], start: office, end: office, who: 'mairi' },
  travel: alongTheRoad,
}
const stopAt = (wall: string, along: number, more: Partial<AgreedStop> = {}): AgreedStop => ({
  ...{ id: wall, minutes: 60, setUp: 0, wrapUp: 0, spot: spotAt(along), movable: true },
  ...{ start: at(`${day}T${wall}`), earliest: opens, latest: frame.until },
  ...more,
})

const stops = (count: { minLength: number; maxLength: number }) =>
  fc
    .array(
      fc.record({
        minutes: fc.integer({ min: 2, max: 8 }).map((fives) => fives * 5),
        setUp: fc.constantFrom(0, 5),
        wrapUp: fc.constantFrom(0, 10),
        place: fc.option(
          fc.record({ lat: fc.integer({ min: 0, max: 20 }), lng: fc.integer({ min: 0, max: 20 }) }),
          {
            freq: 5,
          },
        ),
        opens: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 0, max: 110 }),
      }),
      count,
    )
    .map((all) =>
      all.map(({ place, opens: from, length, ...its }, index): DayStop => {
        const earliest = opens + from * 5 * minute
        const at = place && { lat: 55.9 + place.lat / 200, lng: -3.2 + place.lng / 200 }
        const spot = at && { id: `home ${index}`, at }
        return { ...its, id: `${index}`, spot, earliest, latest: earliest + length * 5 * minute }
      }),
    )

const frames = fc
  .record({
    from: fc.integer({ min: 0, max: 80 }),
    length: fc.integer({ min: 0, max: 8 }),
    ends: fc.boolean(),
  })
  .map(({ from, length, ends }): DayFrame => {
    const start = opens + from * 5 * minute
    const base = { id: 'office', at: { lat: 55.95, lng: -3.15 } }
    return {
      ...{
        from: opens,
        until: opens + 600 * minute,
        who: 'mairi',
        travel: travelSource({ roads: ourRoads }),
      },
      away: length === 0 ? [] : [{ from: start, until: start + length * 5 * minute }],
      start: ends ? base : null,
      end: ends ? base : null,
    }
  })

function* ordersOf<T>(all: readonly T[]): Generator<T[]> {
  if (all.length === 0) yield []
  for (const [index, first] of all.entries())
    for (const rest of ordersOf(all.toSpliced(index, 1))) yield [first, ...rest]
}

describe('the best order of a day', () => {
  it('is the best of all orders that can be kept', () => {
    let kept = 0
    fc.assert(
      fc.property(stops({ minLength: 0, maxLength: 6 }), frames, (its, around) => {
        const plans = [...ordersOf(its)].flatMap((order) => timesOf(order, around) ?? [])
        const best = plans.toSorted((a, b) => a.driving - b.driving || a.over - b.over)[0]
        const found = bestOrder(its, around)
        if (best) kept++
        expect(found && [found.driving, found.over]).toEqual(best ? [best.driving, best.over] : null)
      }),
      { numRuns: 150 },
    )
    expect(kept).toBeGreaterThan(40)
  })

  it('is the same whatever order the stops come in, and keeps what is promised', () => {
    fc.assert(
      fc.property(stops({ minLength: 3, maxLength: 8 }), frames, (its, around) => {
        const plan = bestOrder(its, around)
        expect(bestOrder(its.toReversed(), around)).toEqual(plan)
        for (const [index, one] of (plan?.stops ?? []).entries()) {
          const stop = its.find(({ id }) => id === one.id)
          expect(one.start).toBeGreaterThanOrEqual(stop?.earliest ?? Infinity)
          expect(one.start).toBeLessThanOrEqual(stop?.latest ?? 0)
          expect(one.leaves).toBeGreaterThanOrEqual(plan?.stops[index - 1]?.free ?? around.from)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('beyond nine stops is as good as the exact one nearly always, and never much worse', () => {
    const open = { ...frame, until: opens + 1400 * minute, travel: travelSource({ roads: ourRoads }) }
    const many = stops({ minLength: exactUpTo + 3, maxLength: exactUpTo + 3 })
    fc.assert(
      fc.property(many, (its) => {
        const wide = its.map((stop) => ({ ...stop, earliest: opens, latest: open.until }))
        const base = { id: 'office', at: { lat: 55.95, lng: -3.15 } }
        const around = { ...open, start: base, end: base }
        const found = bestOrder(wide, around)
        const least = bestOrder(wide, around, Infinity)
        expect(found?.driving).toBeLessThanOrEqual((least?.driving ?? 0) * 1.05)
      }),
      { numRuns: 8 },
    )
  })

  it('says when to leave, and pauses for a break', () => {
    const away = [{ from: at(`${day}T10:00`), until: at(`${day}T10:30`) }]
    const plan = timesOf([stopAt('08:30', 30), stopAt('09:45', 50)], { ...frame, away })
    expect(plan?.stops.map(({ leaves, start }) => [leaves, start])).toEqual([
      [opens, at(`${day}T08:30`)],
      [at(`${day}T09:40`), at(`${day}T10:30`)],
    ])
    expect(plan?.homeward).toMatchObject({ leaves: at(`${day}T11:30`), arrives: at(`${day}T12:20`) })
    expect(plan?.driving).toBe(100)
  })

  it('answers null where nothing can be kept', () => {
    const late = stopAt('17:30', 10, { earliest: at(`${day}T17:30`), latest: at(`${day}T17:30`) })
    expect(bestOrder([late], frame)).toBeNull()
    expect(bestOrder([], frame)?.stops).toEqual([])
  })
})

describe('suggestions', () => {
  const zigzag = [stopAt('09:00', 10), stopAt('11:00', 40), stopAt('13:00', 20), stopAt('15:00', 50)]

  it('swap two, and say what it saves and what it moves', () => {
    const full = [stopAt('09:00', 10), stopAt('10:40', 40), stopAt('12:10', 20), stopAt('13:50', 50)]
    const [swap] = suggestionsFor(full, frame)
    expect(swap).toMatchObject({ kind: 'swap', ids: ['10:40', '12:10'], saves: 40 })
    expect(swap && shiftsOf(full, swap.plan)).toEqual([
      { id: '12:10', minutes: -90 },
      { id: '10:40', minutes: 90 },
    ])
  })

  it('never move what is confirmed', () => {
    const confirmed = zigzag.map((stop) => ({ ...stop, movable: false }))
    expect(suggestionsFor(confirmed, frame)).toEqual([])
    const one = zigzag.map((stop) => ({ ...stop, movable: stop.id === '11:00' }))
    const moved = suggestionsFor(one, frame)
    expect(moved[0]).toMatchObject({ kind: 'move', id: '11:00', after: '15:00', before: null, saves: 40 })
    for (const { plan } of moved) expect(shiftsOf(one, plan).map(({ id }) => id)).toEqual(['11:00'])
  })

  it('say nothing of a good day', () => {
    expect(suggestionsFor([stopAt('09:00', 10), stopAt('11:00', 20)], frame)).toEqual([])
  })
})
