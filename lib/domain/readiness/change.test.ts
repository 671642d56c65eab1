import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { soonestAdvance, whatWouldChange, withPassingSessions } from './change'
import { anyInput } from './testing/arbitrary'
import { daysFrom, goodDays, inputOf } from './testing/session-builder'

const good = goodDays(daysFrom(1, 5))

describe('what would change it', () => {
  it('counts the next facts', () => {
    expect(whatWouldChange(inputOf('C3', 4, { sessions: good.slice(0, 2) }))).toEqual(
      expect.arrayContaining([
        { rule: 'few_sessions', need: 'sessions', count: 1 },
        { rule: 'min_days', need: 'days', count: 1 },
        { rule: 'min_session_days', need: 'session_days', count: 2 },
        { rule: 'push_rule', need: 'sessions', count: 2 },
      ]),
    )
    expect(whatWouldChange(inputOf('C3', 5, { sessions: good }))).toEqual([])
  })

  it('is true: with that fact the rule is gone, with one less it is not', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { rule, need, count } of whatWouldChange(input)) {
          const given = (n: number) =>
            need === 'days' ? { ...input, asOf: input.asOf + n } : withPassingSessions(input, n)
          if (need !== 'days' && need !== 'sessions' && need !== 'session_days') continue
          expect(assess(given(count)).rulesFired).not.toContain(rule)
          expect(assess(given(count - 1)).rulesFired).toContain(rule)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('knows the soonest day', () => {
    expect(soonestAdvance(inputOf('C3', 0))).toBe(6)
    expect(soonestAdvance(inputOf('C3', 0, { openVet: ['collapse'] }))).toBeNull()
  })
})
