import { describe, expect, it } from 'vitest'
import { assessCase, type ReadinessCase } from './case'
import cases from './fixtures/cases.json'

describe('the worked cases', () => {
  it.each(cases.map((one) => [`${one.id} ${one.who}`, one] as const))('%s', (_name, one) => {
    const answer = assessCase(one as ReadinessCase)
    expect([answer.recommendation, answer.why]).toEqual([one.expect, one.why])
  })
})
