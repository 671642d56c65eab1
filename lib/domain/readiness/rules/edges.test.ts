import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../assess'
import { anyInput, runs } from '../testing/arbitrary'
import { daysFrom, goodDays, goodSession, inputOf } from '../testing/session-builder'
import type { ReadinessInput, ReadinessSession } from '../types'

const holds = (input: ReadinessInput) => assess(input).rulesFired

describe('the edges of the rules', () => {
  const red = (id: string, day: number, stage = 'C2') => goodSession(id, day, { stage, stress: 4 })
  it('stop_reds: three within 60 days', () => {
    const reds = (first: number) =>
      inputOf('C3', 60, { enteredDay: 58, sessions: [first, 30, 40].map((day, n) => red(`r${n}`, day)) })
    expect(holds(reds(1))).toContain('stop_reds')
    expect(holds(reds(0))).not.toContain('stop_reds')
  })

  it('stop_panic_outdoor: two panics, not events, not indoors, within 30 days, after a step back', () => {
    const panics = (stepBacks: number, ...sessions: ReadinessSession[]) =>
      holds(inputOf('C6', 40, { enteredDay: 39, stepBacks, sessions })).includes('stop_panic_outdoor')
    expect(panics(1, red('a', 11, 'C6'), red('b', 30, 'C7'))).toBe(true)
    expect(panics(2, red('a', 11, 'C6'), red('b', 30, 'C7'))).toBe(true)
    expect(panics(0, red('a', 11, 'C6'), red('b', 30, 'C7'))).toBe(false)
    expect(panics(1, red('a', 10, 'C6'), red('b', 30, 'C7'))).toBe(false)
    expect(panics(1, red('a', 11, 'C5'), red('b', 30, 'C7'))).toBe(false)
    expect(panics(1, red('a', 11, 'CE'), red('b', 30, 'C7'))).toBe(false)
    const injury = goodSession('a', 20, { stage: 'C7', events: ['injury'] })
    expect(panics(1, injury, red('b', 30, 'C7'))).toBe(false)
  })

  it('stop_preference: 28 days, eight sessions, 80 % kept away of the last ten', () => {
    const away = (avoided: number, joined: number, asOf = 28) =>
      holds(
        inputOf('C3', asOf, {
          sessions: daysFrom(1, avoided + joined).map((n) =>
            goodSession(`s${n + 10}`, asOf, { seq: n, choice: n <= joined ? 'walked_off' : 'avoided' }),
          ),
        }),
      ).includes('stop_preference')
    expect(away(8, 2)).toBe(true)
    expect(away(7, 3)).toBe(false)
    expect(away(8, 0)).toBe(true)
    expect(away(7, 0)).toBe(false)
    expect(away(7, 1)).toBe(true)
    expect(away(8, 20)).toBe(true)
    expect(away(10, 0, 27)).toBe(false)
  })

  it('stop_preference: not while it gets easier', () => {
    const away = { choice: 'avoided' } as const
    const record = (then: Partial<ReadinessSession>) =>
      holds(
        inputOf('C3', 40, {
          sessions: [
            ...goodDays(daysFrom(20, 24), then).map((one) => ({ ...one, id: `then ${one.id}` })),
            ...goodDays(daysFrom(30, 40), away),
          ],
        }),
      ).includes('stop_preference')
    expect(record(away)).toBe(true)
    expect(record({ ...away, durationSec: 60, stress: 2 })).toBe(false)
  })

  it('stop_plateau: 28 days, ten sessions, a step back, raw under 45, known not to be improving', () => {
    const hard = { stress: 2, food: 'refused', choice: 'walked_off', durationSec: 6 } as const
    const plateau = (
      length: number,
      more: Partial<ReadinessInput> = {},
      answers: Partial<ReadinessSession> = hard,
    ) =>
      holds(
        inputOf('C3', 30, { stepBacks: 1, sessions: goodDays(daysFrom(14, 13 + length), answers), ...more }),
      )
    expect(plateau(10)).toContain('stop_plateau')
    expect(plateau(9)).not.toContain('stop_plateau')
    expect(plateau(10, { enteredDay: 2 })).toContain('stop_plateau')
    expect(plateau(10, { enteredDay: 3 })).not.toContain('stop_plateau')
    const nearly = { ...hard, stress: 1, choice: 'avoided' } as const
    const raw = assess(inputOf('C3', 30, { sessions: goodDays([28, 29, 30], nearly) })).raw ?? 0
    expect(raw).toBeLessThan(45)
    expect(plateau(10, {}, { ...nearly, durationSec: 300 })).not.toContain('stop_plateau')
    const late = goodDays(daysFrom(20, 30), hard)
    expect(plateau(0, { sessions: late })).not.toContain('stop_plateau')
  })

  it('rest, rat_rest, back_red and red_block end on their day', () => {
    const after = (age: number, stage: string, next = stage) => {
      const sessions = [red('r', 20, stage), ...goodDays(daysFrom(20, 20 + age), { stage: next })]
      return holds(inputOf(next, 20 + age, { sessions }))
    }
    expect(after(2, 'C1')).toContain('rest')
    expect(after(3, 'C1')).not.toContain('rest')
    expect(after(6, 'C1')).toContain('back_red')
    expect(after(7, 'C1')).not.toContain('back_red')
    expect(after(6, 'C2', 'C1')).not.toContain('back_red')
    expect(after(6, 'C1')).toContain('red_block')
    expect(after(7, 'C1')).not.toContain('red_block')
    for (const outside of ['C5', 'C6', 'C9'])
      expect([13, 14].map((age) => after(age, outside).includes('red_block'))).toEqual([true, false])
    const rat = (asOf: number, choices: ReadinessSession['choice'][]) =>
      holds(
        inputOf('R2', asOf, {
          sessions: choices.map((choice, n) => goodSession(`s${n}`, 3, { stage: 'R2', choice, seq: n })),
        }),
      ).includes('rat_rest')
    expect(rat(7, ['came', 'avoided', 'avoided', 'avoided'])).toBe(true)
    expect(rat(8, ['avoided', 'avoided', 'avoided'])).toBe(false)
    expect(rat(7, ['avoided', 'avoided'])).toBe(false)
    expect(rat(7, ['avoided', 'avoided', 'came', 'avoided'])).toBe(false)
  })

  it('step back: two of two, two of three, three of five, never with fewer', () => {
    const record = (letters: string) =>
      holds(
        inputOf('C3', 9, {
          sessions: [...letters].map((letter, n) =>
            goodSession(`s${n}`, 9, { seq: n, stress: letter === 'r' ? 4 : letter === 'x' ? 2 : 0 }),
          ),
        }),
      ).filter((rule) => rule.startsWith('back'))
    expect(record('xx')).toEqual(['back_two_of_three'])
    expect(record('x')).toEqual([])
    expect(record('xox')).toEqual(['back_two_of_three'])
    expect(record('xxo')).toEqual([])
    expect(record('xoox')).toEqual([])
    expect(record('xxxo')).toEqual([])
    expect(record('xxxoo')).toEqual(['back_three_of_five'])
    expect(record('xxxooo')).toEqual([])
    expect(record('ooxox')).toEqual(['back_two_of_three'])
    expect(record('rox')).toEqual(['back_red', 'back_two_of_three'])
    expect(record('rxroo')).toEqual(['back_red', 'back_three_of_five'])
  })

  it('stay: the last value that blocks and the first that does not', () => {
    const rules = (
      stage: string,
      asOf: number,
      sessions: ReadinessSession[],
      more: Partial<ReadinessInput> = {},
    ) => holds(inputOf(stage, asOf, { sessions, ...more }))
    const c3 = goodDays(daysFrom(0, 5))
    expect(rules('C3', 4, c3)).toContain('min_days')
    expect(rules('C3', 5, c3)).toEqual(['advance'])
    expect(rules('C3', 6, c3, { minDaysFactor: 1.3 })).toContain('min_days')
    expect(rules('C3', 7, c3, { minDaysFactor: 1.4 })).not.toContain('min_days')
    expect(rules('C3', 19, c3)).not.toContain('stale')
    expect(rules('C3', 20, c3)).toContain('stale')
    expect(rules('C3', 9, [])).toEqual(['few_sessions', 'min_session_days', 'push_rule', 'confidence'])
    const food = (known: number, all: number) =>
      rules(
        'C3',
        9,
        daysFrom(1, all).map((n) => goodSession(`s${n}`, 9, { seq: n, food: n <= known ? 'quick' : null })),
      ).includes('food_unknown')
    expect([food(3, 5), food(2, 5), food(2, 2), food(1, 2), food(3, 6)]).toEqual([
      ...[false, true, false, true, true],
    ])
    const joined = (came: number, stage: string) =>
      rules(
        stage,
        9,
        daysFrom(1, 5).map((n) =>
          goodSession(`s${n}`, 9, { stage, seq: n, choice: n <= came ? 'hesitated_joined' : 'neutral' }),
        ),
      ).includes('tolerating')
    expect([joined(3, 'C6'), joined(2, 'C6'), joined(2, 'C5'), joined(2, 'C7')]).toEqual([
      ...[false, true, false, true],
    ])
    const closed = { gate: { ok: false, missing: [] } }
    expect(rules('C4', 9, [], closed)).not.toContain('gate')
    expect(rules('C5', 9, [], closed)).toContain('gate')
    expect(rules('C9', 9, [], closed)).not.toContain('gate')
  })

  it('score blocks under 75 and confidence under .60, to the hundredth', () => {
    const scores = new Set<number | null>()
    fc.assert(
      fc.property(anyInput, (input) => {
        const { rulesFired, score, confidenceExact } = assess(input)
        expect(rulesFired.includes('score')).toBe(score !== null && score < 75)
        expect(rulesFired.includes('confidence')).toBe(confidenceExact < 0.6)
        scores.add(score)
      }),
      { ...runs, seed: 11 },
    )
    const silent = (asOf: number) => assess(inputOf('C3', asOf, { sessions: goodDays(daysFrom(0, 6)) }))
    expect([10, 11].map((asOf) => silent(asOf).blocks.includes('confidence'))).toEqual([false, true])
    expect([10, 11].map((asOf) => silent(asOf).confidence)).toEqual([0.68, 0.59])
    expect(scores.has(74)).toBe(true)
    const shown = (durationSec: number) =>
      assess(
        inputOf('C3', 9, {
          sessions: [durationSec, 480, 480, 480, 480].map((seconds, seq) =>
            goodSession(`s${seq}`, 9, {
              ...{ seq, durationSec: seconds, stress: 1, food: 'slow', choice: 'walked_off' },
            }),
          ),
        }),
      )
    expect([shown(270).score, shown(210).score]).toEqual([75, 74])
    expect([270, 210].map((seconds) => shown(seconds).blocks.includes('score'))).toEqual([false, true])
  })
})
