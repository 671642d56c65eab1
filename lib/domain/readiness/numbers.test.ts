import { describe, expect, it } from 'vitest'
import { redEvents, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import { assess } from './assess'
import { confidenceBandOf } from './confidence'
import { factorsOf } from './factors'
import { bandOf, shownScore } from './score'
import { daysFrom, goodDays, goodSession, inputOf } from './testing/session-builder'
import type { ReadinessSession } from './types'

// The numbers of the rule set, written a second time from its description, and the last value on either side.

const c5 = inputOf('C5', 10).stage
const values = (more: Partial<ReadinessSession>, level: BodyLevel = 0) =>
  factorsOf(goodSession('x', 0, { stage: 'C5', ...more }), level, c5)

describe('the value of one answer', () => {
  it.each([
    ['calm', [0, 1, 2, 3, 4].map((level) => values({}, level as BodyLevel).calm), [1, 0.85, 0.45, 0.1, 0]],
    [
      'food',
      (['quick', 'slow', 'sniffed', 'refused', 'not_offered', null] as const).map(
        (food) => values({ food }).food,
      ),
      [1, 0.7, 0.3, 0, null, null],
    ],
    [
      'choice',
      (['came', 'hesitated_joined', 'neutral', 'walked_off', 'avoided', null] as const).map(
        (choice) => values({ choice }).choice,
      ),
      [1, 0.85, 0.7, 0.5, 0, null],
    ],
    [
      'recovery',
      (['<30s', '<2m', '<10m', '<1h', '>1h', null] as const).map(
        (recovery) => values({ recovery }, 2).recovery,
      ),
      [1, 0.85, 0.5, 0.2, 0, null],
    ],
    [
      'recovery of a calm body',
      [0, 1].map((level) => values({ recovery: '>1h' }, level as BodyLevel).recovery),
      [1, 1],
    ],
    [
      'handling',
      (['slack', 'brief', 'steady', 'sudden', null] as const).map((tension) => values({ tension }).handling),
      [1, 0.7, 0.3, 0, null],
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('criterion: the smaller of time over target and repetitions done, each only where it is known', () => {
    const reps = { repsOk: 3, repsTotal: 5 }
    expect(values({ durationSec: 150, ...reps }).criterion).toBe(0.5)
    expect(values({ durationSec: 900, ...reps }).criterion).toBe(0.6)
    expect(values({ durationSec: null, ...reps }).criterion).toBe(0.6)
    expect(values({ durationSec: 900, repsOk: null, repsTotal: 5 }).criterion).toBe(1)
    expect(values({ durationSec: 0 }).criterion).toBe(0)
    expect(values({ durationSec: null, repsOk: 0, repsTotal: 0 }).criterion).toBeNull()
    expect(values({ durationSec: null, repsOk: 7, repsTotal: 5 }).criterion).toBe(1)
    expect(values({ durationSec: -5 }).criterion).toBe(0)
    expect([2, 3, 4].map((level) => values({}, level as BodyLevel).criterion)).toEqual([1, 0, 0])
    expect(values({ durationSec: null }, 3).criterion).toBeNull()
    const intake = inputOf('C0', 0).stage
    expect(factorsOf(goodSession('x', 0), 0, intake).criterion).toBeNull()
  })
})

const kindOf = (more: Partial<ReadinessSession>, stage = 'C5') =>
  assess(inputOf(stage, 0, { sessions: [goodSession('x', 0, { stage, ...more })] })).sessionsUsed[0]?.kind

describe('the kind of a session', () => {
  it.each([
    ['pass', {}],
    ['pass', { stress: 1 }],
    ['pass', { food: 'slow' }],
    ['pass', { food: 'not_offered' }],
    ['pass', { food: null, choice: null, tension: null }],
    ['pass', { choice: 'walked_off' }],
    ['pass', { tension: 'brief' }],
    ['pass', { durationSec: 240 }],
    ['criterion_fail', { durationSec: 239 }],
    ['criterion_fail', { durationSec: null }],
    ['criterion_fail', { food: 'sniffed' }],
    ['criterion_fail', { choice: 'avoided' }],
    ['criterion_fail', { tension: 'steady' }],
    ['criterion_fail', { tension: 'sudden' }],
    ['stress_fail', { choice: 'avoided', stress: 1 }],
    ['stress_fail', { food: 'refused' }],
    ['stress_fail', { stress: 2 }],
    ['stress_fail', { stress: 3 }],
    ['stress_fail', { signs: ['flop'] }],
    ['red', { stress: 4 }],
    ['red', { signs: ['yowl'] }],
    ...redEvents.map((event) => ['red', { events: [event] }] as const),
    ['pass', { events: ['limp_or_pain'] }],
    ['pass', { signs: ['purrs', 'unheard_of'] }],
  ] as const)('%s: %o', (kind, more) => {
    expect(kindOf(more)).toBe(kind)
  })
})

describe('sessions in order', () => {
  const last = (...sessions: ReadinessSession[]) =>
    assess(inputOf('C3', 5, { sessions })).sessionsUsed.map(({ id }) => id)
  it('by day, then within the day, then by id', () => {
    const [a, b] = [goodSession('a', 3, { seq: 2 }), goodSession('b', 3, { seq: 1 })]
    expect(last(a, b, goodSession('c', 2, { seq: 9 }))).toEqual(['c', 'b', 'a'])
    expect(last(goodSession('b', 3), goodSession('B', 3), goodSession('a', 3))).toEqual(['B', 'a', 'b'])
    expect(last(goodSession('z', 3, { seq: null }), goodSession('y', 3, { seq: 1 }))).toEqual(['z', 'y'])
    expect(last(goodSession('z', 3, { seq: null }), goodSession('y', 3, { seq: -1 }))).toEqual(['y', 'z'])
  })
})

describe('the number shown', () => {
  it('is rounded half up and falls into its band', () => {
    expect([62.5, 62.499, 0.4, 99.5].map((raw) => shownScore(raw, []))).toEqual([63, 62, 0, 100])
    expect(shownScore(90, [{ limit: 74 }, { limit: 50 }, { limit: 64 }])).toBe(50)
    expect([0, 34, 35, 49, 50, 74, 75, 100].map(bandOf)).toEqual([
      ...['hard_days', 'hard_days', 'unsettled', 'unsettled'],
      ...['settling', 'settling', 'steady', 'steady'],
    ])
    expect([0, 0.399, 0.4, 0.699, 0.7, 1].map(confidenceBandOf)).toEqual([
      ...['low', 'low', 'medium', 'medium', 'high', 'high'],
    ])
  })

  it('weighs each factor as written, and shares the points of what is unknown', () => {
    const answer = (more: Partial<ReadinessSession>) =>
      assess(inputOf('C5', 10, { sessions: goodDays([8, 9, 10], { stage: 'C5', ...more }) }))
    const zero = { durationSec: 0, food: 'refused', choice: 'avoided', tension: 'sudden' } as const
    expect(answer({}).parts.map(({ contribution }) => contribution)).toEqual([25, 25, 15, 15, 10, 10])
    expect(answer(zero).raw).toBe(35)
    expect(answer({ food: null }).parts.map(({ outOf }) => outOf && Math.round(outOf * 85))).toEqual([
      ...[2500, 2500, null, 1500, 1000, 1000],
    ])
    expect(answer({ food: null }).raw).toBeCloseTo(100, 9)
  })

  it.each([
    ['cap_red7', 6, 35],
    ['cap_red14', 7, 60],
    ['cap_red14', 13, 60],
  ] as const)('is held by %s when the red flag is %i days old', (key, age, limit) => {
    const red = goodSession('r', 40 - age, { stage: 'C2', stress: 4 })
    const held = assess(inputOf('C3', 40, { sessions: [red, ...goodDays(daysFrom(36, 40))] }))
    expect(held.caps).toEqual([{ key, limit }])
  })

  it('is free of a red flag 14 days old', () => {
    const red = goodSession('r', 26, { stage: 'C2', stress: 4 })
    expect(assess(inputOf('C3', 40, { sessions: [red, ...goodDays(daysFrom(36, 40))] })).caps).toEqual([])
  })

  it('is improving only by more than 5 points over what stood 14 days ago', () => {
    const before = goodDays(daysFrom(4, 6), { durationSec: 300 })
    const improving = (asOf: number, more: Partial<ReadinessSession>[]) =>
      assess(
        inputOf('C3', asOf, {
          sessions: [
            ...before,
            ...more.map((one, n) => goodSession(`n${n}`, 8 + n, { durationSec: 300, ...one })),
          ],
        }),
      ).facts.improving
    const better = Array.from({ length: 12 }, () => ({ durationSec: 600 }))
    expect(improving(20, better)).toBe(true)
    expect(improving(19, better)).toBeNull()
    expect(
      improving(
        20,
        better.map(() => ({})),
      ),
    ).toBe(false)
  })
})

describe('confidence', () => {
  const confidence = (sessions: ReadinessSession[], asOf: number, stage = 'C3') =>
    assess(inputOf(stage, asOf, { sessions })).confidenceExact
  const evidence = (weights: number) => 1 - Math.exp(-weights / 1.5)
  const at = (ages: number[]) => ages.reduce((sum, age) => sum + 0.75 * 2 ** (-age / 7), 0)

  it('is nothing without a session, and counts days of the last fourteen', () => {
    expect(confidence([], 9)).toBe(0)
    const days = (day: number) => confidence([goodSession('a', day), goodSession('b', 20)], 20)
    expect(days(7)).toBeCloseTo(evidence(at([13, 0])) * (0.45 + 0.3 * (2 / 4) + 0.15), 12)
    expect(days(6)).toBeCloseTo(evidence(at([14, 0])) * (0.45 + 0.3 * (1 / 4) + 0.15), 12)
  })

  it('halves an expert’s eye after fourteen days', () => {
    const seen = (source: 'consultant' | 'owner_video', day: number) =>
      confidence([goodSession('a', day, { source, tension: null }), goodSession('b', 20)], 20)
    const weight = (trust: number, age: number) => at([0]) + trust * 2 ** (-age / 7)
    expect(seen('consultant', 7)).toBeCloseTo(evidence(weight(1, 13)) * (0.45 + 0.15 + 0.15 + 0.1), 12)
    expect(seen('consultant', 6)).toBeCloseTo(evidence(weight(1, 14)) * (0.45 + 0.075 + 0.15 + 0.05), 12)
    expect(seen('owner_video', 6)).toBeCloseTo(evidence(weight(0.9, 14)) * (0.45 + 0.075 + 0.15 + 0.05), 12)
  })

  it('keeps fresh for three days, then halves every seven', () => {
    const base = confidence([goodSession('a', 20)], 20)
    const silent = (gap: number) => confidence([goodSession('a', 20)], 20 + gap)
    const faded = (gap: number) => evidence(at([gap])) / evidence(at([0]))
    expect(silent(3)).toBeCloseTo(base * faded(3), 12)
    expect(silent(10)).toBeCloseTo(base * faded(10) * 0.5, 12)
  })

  it('counts the answers given, weighted, over those that apply', () => {
    const blank = goodSession('a', 20, { food: null, choice: 'neutral', tension: null })
    expect(confidence([blank], 20)).toBeCloseTo(evidence(0.75) * (0.45 + 0.3 / 4 + 0.15 * (4 / 5)), 12)
    const leash = { ...blank, stage: 'C4', stress: 2 as const }
    expect(confidence([leash], 20, 'C4')).toBeCloseTo(evidence(0.75) * (0.45 + 0.3 / 5 + 0.15 * (3 / 6)), 12)
  })
})
