import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { goodDays, goodSession, inputOf } from './testing/session-builder'

describe('what is told beside the answer', () => {
  it('is counted from the same sessions', () => {
    const sessions = [
      goodSession('r', 3, { stage: 'C2', stress: 4 }),
      ...goodDays([4, 6, 6, 8], { choice: 'neutral' }),
      goodSession('x', 9, { food: null, stress: 2 }),
    ]
    const facts = { gate: { ok: false, missing: ['carrier'] }, openVet: ['limp'], contextPause: ['heat'] }
    const told = assess(inputOf('C3', 12, { enteredDay: 4, sessions, ...facts }))
    expect(told.facts).toEqual({
      ...{ daysInStage: 8, minDaysAsked: 5, sessionDays: 4, minSessionDays: 4, sessions: 5 },
      ...{ lastKinds: ['pass', 'pass', 'pass', 'pass', 'stress_fail'], passesOfLastFive: 4 },
      ...{ joinedOfLastFive: 1, foodKnownOfLastFive: 4, lastSessionAge: 3, lastRedAge: 9 },
      ...{ improving: null, gateMissing: ['carrier'], openVet: ['limp'], contextPause: ['heat'] },
    })
    expect(told.redFlags).toEqual([{ id: 'r', day: 3, stage: 'C2', level: 4 }])
    expect(told.record).toBe('mixed')
    expect(told.confidence).toBe(Math.round(told.confidenceExact * 100) / 100)
    const open = assess(inputOf('C3', 12, { gate: { ok: true, missing: ['old'] } }))
    expect(open.facts).toMatchObject({ gateMissing: [], lastSessionAge: null, lastRedAge: null })
    expect(open.record).toBeNull()
    expect(assess(inputOf('C3', 9, { sessions: goodDays([8, 9]) })).record).toBeNull()
    expect(assess(inputOf('C3', 9, { sessions: goodDays([7, 8, 9]) })).record).toBe('steady')
  })

  it('gives no band, cap or trust to what is not there', () => {
    const one = { id: 'x', animal: 'a', stage: 'C3', day: 9 }
    const few = assess(inputOf('C3', 9, { sessions: [one], openVet: ['limp'] }))
    expect(few).toMatchObject({ score: null, raw: null, band: null, caps: [] })
    expect(few.sessionsUsed[0]).toMatchObject({ source: 'owner', weight: 0.75 })
    expect(few.blocks).toEqual(few.rulesFired.slice(1))
  })

  it('leaves red flags of 60 days and more behind', () => {
    const red = (asOf: number) =>
      assess(inputOf('C3', asOf, { sessions: [goodSession('r', 1, { stress: 4 })] })).redFlags.length
    expect([red(60), red(61)]).toEqual([1, 0])
  })
})
