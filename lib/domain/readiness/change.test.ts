import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { soonestAdvance, whatWouldChange } from './change'
import { whatWouldRaise } from './raise'
import { afterDays, hasSessionToday, withPassingSessions } from './what-if'
import { anyInput, fewRuns } from './testing/arbitrary'
import { daysFrom, goodDays, goodSession, inputOf } from './testing/session-builder'

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
          const given = (n: number) => (need === 'days' ? afterDays(input, n) : withPassingSessions(input, n))
          if (need !== 'days' && need !== 'sessions' && need !== 'session_days') continue
          expect(assess(given(count)).rulesFired).not.toContain(rule)
          expect(assess(given(count - 1)).rulesFired).toContain(rule)
        }
      }),
      fewRuns,
    )
  })

  it('asks for days where a red flag holds the score, not for sessions', () => {
    const red = { ...goodSession('r', 2), events: ['injury'] }
    const held = inputOf('C3', 12, { enteredDay: 3, sessions: [red, ...goodDays(daysFrom(8, 12))] })
    expect(whatWouldChange(held)).toEqual([{ rule: 'score', need: 'days', count: 4 }])
  })

  it('adds up: nothing is ready sooner than it says, and on that day all of it is', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const soonest = soonestAdvance(input)
        const settled = { ...input, gate: { ok: true, missing: [] }, openVet: [], contextPause: [] }
        const today = assess(settled).recommendation === 'advance'
        if (soonest === 0 && today) return
        const extra = hasSessionToday(input) ? 0 : 1
        const after = (days: number) => assess(withPassingSessions(settled, days + extra)).recommendation
        if (soonest !== null) expect(after(soonest)).toBe('advance')
        for (let days = 1 - extra; days < (soonest ?? 3); days += 1) expect(after(days)).not.toBe('advance')
      }),
      fewRuns,
    )
  })

  it('knows the soonest day, with what people settle settled', () => {
    expect(soonestAdvance(inputOf('C3', 0))).toBe(5)
    expect(soonestAdvance(inputOf('C3', 0, { openVet: ['collapse'], contextPause: ['heat'] }))).toBe(5)
    expect(soonestAdvance(inputOf('C3', 5, { sessions: good }))).toBe(0)
    expect(soonestAdvance(inputOf('C9', 5, { sessions: good }))).toBeNull()
  })
})

describe('what would raise the confidence', () => {
  it('is computed: each fact comes to what it says, most first, and nothing that adds nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const now = assess(input).confidenceExact
        const raises = whatWouldRaise(input)
        for (const { to } of raises) expect(to).toBeGreaterThan(now)
        expect(raises.map(({ to }) => to)).toEqual(raises.map(({ to }) => to).sort((a, b) => b - a))
        const day = raises.find(({ by }) => by === 'day')
        if (day) expect(day.to).toBe(assess(withPassingSessions(input, 1)).confidenceExact)
      }),
      fewRuns,
    )
  })

  it('names an expert’s eye, another day and open questions where they help', () => {
    const blank = goodDays(daysFrom(4, 5), { food: null, choice: null })
    expect(whatWouldRaise(inputOf('C3', 5, { sessions: blank })).map(({ by }) => by)).toEqual([
      'expert',
      'day',
      'answers',
    ])
    const seen = goodDays(daysFrom(1, 5), { source: 'consultant' })
    expect(whatWouldRaise(inputOf('C3', 5, { sessions: seen })).map(({ by }) => by)).not.toContain('answers')
    const sure = goodDays(daysFrom(1, 14), { source: 'consultant' })
    expect(whatWouldRaise(inputOf('C3', 14, { sessions: sure }))).toEqual([])
  })
})
