import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BodyLevel, SessionSource } from '@/lib/domain/observation/vocabulary'
import { anySessions, daysAgo, inTwoOrders, sessionOf, today } from './testing/sessions'
import { lasting, lastingGap, testimoniesOf, witnessOf } from './witnesses'

const seen = (source: SessionSource, tapped: BodyLevel, ago: number, stageKey = 'C3') =>
  sessionOf({ id: `${source}-${ago}`, source, tapped, day: daysAgo(ago), stageKey })
const consultant = [20, 11, 2].map((ago) => seen('consultant', 1, ago))
const owner = [19, 10, 5, 1].map((ago) => seen('owner', 0, ago))

describe('a lasting gap between two witnesses', () => {
  test('is named with its direction, its weeks and how many were compared', () => {
    expect(lastingGap([...consultant, ...owner], today)).toEqual({
      stageKey: 'C3',
      levels: -1,
      weeks: 3,
      counts: { consultant: 3, owner: 4 },
    })
  })

  test.each([
    ['two sessions of one of them', [...consultant.slice(1), ...owner]],
    ['all of one on a single day', [...[2, 2, 2].map((ago) => seen('consultant', 1, ago)), ...owner]],
    ['older than four weeks', [28, 29, 30].map((ago) => seen('consultant', 1, ago)).concat(owner)],
    ['of another stage', [...consultant.map((one) => ({ ...one, stageKey: 'C4' })), ...owner]],
    ['half a level', [...consultant, ...[19, 10, 5, 1].map((ago, i) => seen('owner', i < 2 ? 0 : 1, ago))]],
    ['ahead of today', [-1, -2, -3].map((ago) => seen('consultant', 1, ago)).concat(owner)],
  ])('is not named: %s', (_why, sessions) => {
    expect(lastingGap(sessions, today)).toBeNull()
  })

  test('is of the stage seen last, where two have one', () => {
    const earlier = [27, 26, 25].flatMap((ago) => [
      seen('consultant', 3, ago, 'C2'),
      seen('owner', 0, ago, 'C2'),
    ])
    expect(lastingGap([...earlier, ...consultant, ...owner], today)?.stageKey).toBe('C3')
    expect(lastingGap(earlier, today)).toMatchObject({ stageKey: 'C2', levels: -3, weeks: 4 })
  })

  test('does not depend on the order of sessions', () => {
    fc.assert(
      fc.property(inTwoOrders, ([a, b]) => {
        expect(lastingGap(b, today)).toEqual(lastingGap(a, today))
      }),
    )
  })

  test('is the same the other way round when the two change places', () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const swapped = sessions.map((one) => ({
          ...one,
          source: witnessOf(one) === 'consultant' ? ('owner' as const) : ('consultant' as const),
        }))
        const [gap, other] = [lastingGap(sessions, today), lastingGap(swapped, today)]
        expect(other?.levels).toBe(gap === null ? undefined : -gap.levels)
        expect(other?.stageKey).toBe(gap?.stageKey)
      }),
    )
  })

  test('is never named under the minimum of sessions, days or levels, and never from agreement', () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const gap = lastingGap(sessions, today)
        if (!gap) return
        expect(Math.abs(gap.levels)).toBeGreaterThanOrEqual(lasting.levels)
        for (const witness of ['consultant', 'owner'] as const) {
          const theirs = sessions.filter(
            (one) =>
              witnessOf(one) === witness &&
              one.stageKey === gap.stageKey &&
              one.day.until(today).days < lasting.days,
          )
          expect(theirs.length).toBe(gap.counts[witness])
          expect(theirs.length).toBeGreaterThanOrEqual(lasting.sessions)
          expect(new Set(theirs.map(({ day }) => String(day))).size).toBeGreaterThanOrEqual(2)
        }
      }),
    )
    fc.assert(
      fc.property(anySessions, (sessions) => {
        expect(
          lastingGap(
            sessions.map((one) => ({ ...one, tapped: 1 as const })),
            today,
          ),
        ).toBeNull()
      }),
    )
  })
})

test('the testimonies of both add up to all sessions, and kinds to each of them', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      const both = testimoniesOf(sessions)
      expect(both.map(({ witness }) => witness)).toEqual(['consultant', 'owner'])
      expect(both.reduce((sum, one) => sum + one.sessions, 0)).toBe(sessions.length)
      for (const { sessions: all, kinds, median } of both) {
        expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(all)
        expect(median === null).toBe(all === 0)
      }
    }),
  )
})
