import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { daysFrom, goodDays, goodSession, inputOf } from './testing/session-builder'
import type { ReadinessSession } from './types'

const scored = (sessions: ReadinessSession[], asOf = 6) => assess(inputOf('C4', asOf, { sessions }))
const c4 = (days: readonly number[], more: Partial<ReadinessSession> = {}) =>
  goodDays(days, { stage: 'C4', ...more })

describe('the number', () => {
  it('is 100 for perfect sessions, and a confidence a person can follow', () => {
    const answer = scored(c4(daysFrom(2, 6)))
    expect(answer).toMatchObject({ score: 100, raw: 100, band: 'steady', caps: [], record: 'steady' })
    const weights = [0, 1, 2, 3, 4].reduce((sum, age) => sum + 0.75 * 2 ** (-age / 7), 0)
    expect(answer.confidenceExact).toBeCloseTo((1 - Math.exp(-weights / 1.5)) * (0.45 + 0.3 + 0.15), 12)
  })

  it('weighs by age, source and trigger', () => {
    const [old, seen, met] = scored(
      [
        goodSession('old', 0, { stage: 'C4' }),
        goodSession('seen', 7, { stage: 'C4', source: 'consultant' }),
        goodSession('met', 7, { stage: 'C4', source: 'owner_video', trigger: true }),
      ],
      7,
    )
      .sessionsUsed.map(({ id, weight }) => ({ id, weight }))
      .sort((a, b) => a.weight - b.weight)
    expect(old).toEqual({ id: 'old', weight: 0.375 })
    expect(seen).toEqual({ id: 'seen', weight: 1 })
    expect(met).toEqual({ id: 'met', weight: 0.9 * 1.5 })
  })

  it('is the sum of six weighted parts', () => {
    const one = {
      stress: 1,
      food: 'slow',
      choice: 'walked_off',
      tension: 'brief',
      durationSec: 1080,
    } as const
    // 25 x .9 + 25 x .85 + 15 x .7 + 15 x .5 + 10 x 1 + 10 x .7
    expect(scored(c4([4, 5, 6, 6, 6], one)).raw).toBeCloseTo(78.75, 9)
  })

  it.each([
    ['cap_red7', [goodSession('x', 0, { stage: 'C4', events: ['injury'] }), ...c4(daysFrom(1, 6))], 35],
    [
      'cap_two_of_three',
      [...c4(daysFrom(0, 3)), ...c4([4, 5], { stress: 2 }), goodSession('y', 6, { stage: 'C4' })],
      50,
    ],
    ['cap_last', [...c4(daysFrom(0, 5)), goodSession('x', 6, { stage: 'C4', food: 'refused' })], 64],
    ['cap_push', [...c4([4, 5, 6])], 74],
  ] as const)('is held by %s', (cap, sessions, limit) => {
    const answer = scored(sessions.map((one, index) => ({ ...one, id: `${index}` })))
    expect(answer.caps).toContainEqual({ key: cap, limit })
    expect(answer.score).toBe(limit)
  })

  it('is held at 60 in the second week after a red flag, wherever it was', () => {
    const red = goodSession('r', 1, { stage: 'C2', stress: 4 })
    expect(scored([red, ...c4(daysFrom(10, 14))], 14).score).toBe(60)
    expect(scored([red, ...c4(daysFrom(10, 15))], 15).score).toBe(100)
  })

  it('ignores the leash before there is one', () => {
    const sudden = assess(inputOf('C3', 6, { sessions: goodDays([4, 5, 6], { tension: 'brief' }) }))
    expect(sudden.parts.find(({ key }) => key === 'handling')).toMatchObject({
      value: null,
      contribution: null,
    })
    expect(sudden.raw).toBeCloseTo(100, 9)
  })
})
