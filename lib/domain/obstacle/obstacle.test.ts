import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { StageSpan } from '@/lib/domain/progress/stages'
import { askedDay } from './asked'
import { obstaclesByStage, withoutSession } from './by-stage'
import { obstacles, obstacleSchema, type ToldDay } from './obstacle'

const today = Temporal.PlainDate.from('2026-05-14')
const ago = (days: number) => today.subtract({ days })
type Asked = Parameters<typeof askedDay>[0]

/** A household with homework, ten days into a stage. */
const athome = (
  practised: number[],
  standing: Partial<NonNullable<Asked['standing']>> | null = {},
  homework = 1,
): Asked =>
  ({
    homework: Array.from({ length: homework }, () => ({})),
    sessions: practised.map((days) => ({ day: ago(days) })),
    standing: standing && {
      ...{ status: 'active', recommendation: 'stay', stageEnteredOn: ago(10) },
      ...standing,
    },
  }) as unknown as Asked

describe('the day a household is asked about', () => {
  test('is yesterday, where nobody practised then or since', () => {
    expect(String(askedDay(athome([2, 5]), today))).toBe('2026-05-13')
    expect(String(askedDay(athome([]), today))).toBe('2026-05-13')
    expect(askedDay(athome([1]), today)).toBeNull()
    expect(askedDay(athome([0]), today)).toBeNull()
  })

  test('is none where there was nothing to do', () => {
    expect(askedDay(athome([], null), today)).toBeNull()
    expect(askedDay(athome([], {}, 0), today)).toBeNull()
    expect(askedDay(athome([], { recommendation: 'pause' }), today)).toBeNull()
    expect(askedDay(athome([], { status: 'completed' }), today)).toBeNull()
    expect(askedDay(athome([], { stageEnteredOn: ago(1) }), today)).toBeNull()
  })
})

describe('what got in the way, by stage', () => {
  const span = (stageKey: string, from: number, until: number): StageSpan => ({
    ...{ stageKey, name: `Stage ${stageKey}`, level: 1 },
    ...{ from: ago(from), until: ago(until) },
  })
  const spans = [span('C2', 20, 12), span('C3', 12, 7), span('C2', 7, -1)]
  const told = (days: number, obstacle: ToldDay['obstacle']): ToldDay => ({ day: ago(days), obstacle })

  test('a day belongs to the stage it was in; the last stage and the most frequent stand first', () => {
    const days = [told(20, 'hid'), told(12, 'unsure'), told(7, 'no_time'), told(1, 'hid'), told(0, 'hid')]
    expect(obstaclesByStage(days, spans)).toEqual([
      {
        ...{ stageKey: 'C2', name: 'Stage C2', days: 4 },
        counts: [
          { obstacle: 'hid', days: 3 },
          { obstacle: 'no_time', days: 1 },
        ],
      },
      { stageKey: 'C3', name: 'Stage C3', days: 1, counts: [{ obstacle: 'unsure', days: 1 }] },
    ])
    expect(obstaclesByStage([told(30, 'hid')], spans)).toEqual([])
  })

  test('a day is counted once, and not at all once somebody practised on it', () => {
    const anyDay = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ days: anyDay, obstacle: fc.constantFrom(...obstacles) }), {
          selector: ({ days }) => days,
        }),
        fc.array(anyDay),
        (said, practised) => {
          const all = said.map(({ days, obstacle }) => told(days, obstacle))
          const left = withoutSession(
            all,
            practised.map((days) => ({ day: ago(days) })),
          )
          expect(left.length).toBe(said.filter(({ days }) => !practised.includes(days)).length)
          const stages = obstaclesByStage(left, spans)
          const sum = (counts: { days: number }[]) => counts.reduce((all, { days }) => all + days, 0)
          expect(sum(stages)).toBe(left.length)
          for (const { days, counts } of stages) expect(sum(counts)).toBe(days)
        },
      ),
    )
  })
})

test('the form knows its days and its answers', () => {
  const animalId = '018f4b6e-0000-4000-8000-000000000001'
  const read = (more: object) =>
    obstacleSchema.safeParse({ animalId, day: '2026-05-13', obstacle: 'hid', ...more })
  expect(read({}).success).toBe(true)
  expect(read({ obstacle: 'lazy' }).error?.issues[0]?.path).toEqual(['obstacle'])
  expect(read({ day: '2026-02-30' }).error?.issues[0]?.message).toBe('notADate')
})
