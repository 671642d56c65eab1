import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { anyInput, hopefulInput, inputAndSession, changed, runs } from './testing/arbitrary'
import { recommendations, ruleIds } from './types'

const close = 1e-9

describe('an assessment', () => {
  it('P1 stays in range', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { score, raw, confidenceExact, recommendation, why } = assess(input)
        if (score !== null) expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
        if (raw !== null) expect(raw >= 0 && raw <= 100 + close).toBe(true)
        expect(confidenceExact >= 0 && confidenceExact <= 1).toBe(true)
        expect(recommendations).toContain(recommendation)
        expect(ruleIds).toContain(why)
      }),
      runs,
    )
  })

  it('P2 knows no order, no echo and no future', () => {
    const shuffled = anyInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        order: fc.shuffledSubarray([...input.sessions], { minLength: input.sessions.length }),
        ahead: fc.integer({ min: 1, max: 30 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, order, ahead }) => {
        const answer = assess(input)
        expect(assess({ ...input, sessions: order })).toEqual(answer)
        expect(assess({ ...input, sessions: [...order, ...input.sessions] })).toEqual(answer)
        const future = order.map((one) => ({ ...one, id: `f${one.id}`, day: input.asOf + ahead }))
        expect(assess({ ...input, sessions: [...future, ...order] })).toEqual(answer)
      }),
      runs,
    )
  })

  it('P2 takes the later of two with the same id', () => {
    fc.assert(
      fc.property(
        inputAndSession,
        fc.constantFrom(0 as const, 2 as const, 4 as const),
        ({ input, session }, stress) => {
          if (!session) return
          const later = { ...session, stress }
          expect(assess({ ...input, sessions: [...input.sessions, later] })).toEqual(
            assess(changed(input, session, { stress })),
          )
        },
      ),
      runs,
    )
  })

  it('P11 keeps the score through silence, never gains confidence, never advances when stale', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 40 }), (input, days) => {
        const past = { ...input, sessions: input.sessions.filter(({ day }) => day <= input.asOf) }
        const now = assess(past)
        const then = assess({ ...past, asOf: past.asOf + days })
        expect(Math.abs((now.raw ?? 0) - (then.raw ?? 0))).toBeLessThan(close)
        expect(then.confidenceExact).toBeLessThanOrEqual(now.confidenceExact + close)
        if ((then.facts.lastSessionAge ?? 0) > 14) expect(then.recommendation).not.toBe('advance')
      }),
      runs,
    )
  })

  it('P12 explains itself: parts add up to raw, other answers name a rule', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { parts, raw, rulesFired, recommendation, why, blocks } = assess(input)
        const sum = parts.reduce((total, { contribution }) => total + (contribution ?? 0), 0)
        expect(Math.abs(sum - (raw ?? 0))).toBeLessThan(close)
        expect(rulesFired[0]).toBe(why)
        expect(recommendation === 'advance').toBe(why === 'advance')
        if (recommendation === 'advance') expect(blocks).toEqual([])
      }),
      runs,
    )
  })

  it('P13 ignores distance, mood, other animals and voided sessions', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const noise = input.sessions.map((one) => ({ ...one, distanceM: 900, mood: 'hard', breed: 'any' }))
        const others = input.sessions.map((one) => ({
          ...one,
          id: `o${one.id}`,
          animal: 'other',
          stress: 4 as const,
        }))
        const voided = input.sessions.map((one) => ({
          ...one,
          id: `v${one.id}`,
          voided: true,
          stress: 4 as const,
        }))
        expect(assess({ ...input, sessions: [...noise, ...others, ...voided] })).toEqual(assess(input))
      }),
      runs,
    )
  })

  it('P17 shows 75 only when 4 of the last 5 passed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { score, facts } = assess(input)
        if ((score ?? 0) >= 75) expect(facts.passesOfLastFive).toBeGreaterThanOrEqual(4)
      }),
      runs,
    )
  })

  it('comes near every answer, so that the properties above mean something', () => {
    const met = new Set(
      fc.sample(anyInput, { numRuns: 2000, seed: 7 }).map((input) => assess(input).recommendation),
    )
    expect([...met].sort()).toEqual([...recommendations].sort())
    const advances = fc
      .sample(hopefulInput, { numRuns: 500, seed: 7 })
      .map((input) => assess(input).recommendation)
    expect(advances.filter((one) => one === 'advance').length).toBeGreaterThan(25)
  })
})
