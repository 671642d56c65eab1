import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { assessCase } from './case'
import { daysFrom, goodDays, goodSession, inputOf } from './testing/session-builder'

const empty = { stage: 'C3', enteredDay: 0, asOf: 9 }

describe('a worked case', () => {
  it('has the documented defaults', () => {
    expect(assessCase(empty)).toEqual(assess(inputOf('C3', 9)))
    expect(assessCase({ ...empty, sessions: [{ id: 'x', animal: 'a', stage: 'C3', day: 9 }] })).toEqual(
      assess(inputOf('C3', 9, { sessions: [{ id: 'x', animal: 'a', stage: 'C3', day: 9 }] })),
    )
  })

  it('takes the species from the stage unless it is given', () => {
    const away = goodDays([7, 8, 9], { stage: 'R2', choice: 'avoided' })
    expect(assessCase({ stage: 'R2', enteredDay: 0, asOf: 9, sessions: away }).why).toBe('rat_rest')
    expect(assessCase({ stage: 'R2', enteredDay: 0, asOf: 9, species: 'cat', sessions: away }).why).toBe(
      'push_rule',
    )
  })

  it('refuses stages without an assessment, strangers and impossible numbers', () => {
    for (const stage of ['CE', 'RE', 'C10', '', 'constructor']) {
      expect(() => assessCase({ ...empty, stage })).toThrow(RangeError)
    }
    const lost = goodSession('x', 3, { stage: 'X1' })
    expect(() => assessCase({ ...empty, sessions: [lost] })).toThrow(RangeError)
    expect(assessCase({ ...empty, sessions: [{ ...lost, voided: true }] })).toEqual(assessCase(empty))
    expect(() => assessCase({ ...empty, minDaysFactor: 2.5 })).toThrow(RangeError)
    expect(() => assessCase({ ...empty, asOf: Number.NaN })).toThrow(RangeError)
  })

  it('reads sessions of the enrichment track as indoor', () => {
    const panics = [
      goodSession('x', 1, { stage: 'CE', stress: 4 }),
      goodSession('y', 2, { stage: 'CE', stress: 4 }),
    ]
    expect(assessCase({ ...empty, stepBacks: 1, sessions: panics }).recommendation).toBe('stay')
  })

  it('gives the intake no score', () => {
    const seen = goodDays(daysFrom(0, 5), { stage: 'C0' })
    expect(assessCase({ stage: 'C0', enteredDay: 0, asOf: 5, sessions: seen })).toMatchObject({
      recommendation: 'stay',
      why: 'few_sessions',
      score: null,
    })
  })
})
