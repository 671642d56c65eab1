import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recommendations } from '@/lib/domain/readiness/types'
import { byAttention, type Case } from './case'
import { casesPerPage, choiceFrom, choose } from './choice'
import { attentionReasons } from './reasons'
import { ago, good, standing } from './testing/standing'

const base = standing([good(1), good(2)])
const reasons = fc
  .subarray([...attentionReasons])
  .chain((held) =>
    fc
      .array(fc.integer({ min: -3, max: 40 }), { minLength: held.length, maxLength: held.length })
      .map((days) => held.map((reason, at) => ({ reason, days: days[at] ?? null }))),
  )
const aCase = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Moth', 'Miso', 'Änni', 'O’Malley', ''),
  household: fc.constantFrom('Berger', 'de la Cruz'),
  reasons,
  last: fc.option(fc.integer({ min: 0, max: 60 })),
  recommendation: fc.constantFrom(...recommendations),
  stage: fc.constantFrom('C1', 'C3', 'CE'),
})
const cases = fc.uniqueArray(aCase, { selector: ({ id }) => id, maxLength: 90 }).map((drawn) =>
  drawn.map(({ last, recommendation, stage, ...one }): Case => ({
    ...one,
    species: 'cat',
    coat: '',
    clientId: 'c',
    standing: {
      ...base,
      recommendation,
      stageKey: stage,
      stageIndex: stage === 'CE' ? -1 : Number(stage[1]),
      lastSessionDay: last === null ? null : ago(last),
    },
  })),
)
const shuffled = (list: Case[]) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
const ids = (list: readonly Case[]) => list.map(({ id }) => id)

describe('the order of a caseload', () => {
  it('is total: two animals are never equal, and either way round says the same', () => {
    fc.assert(
      fc.property(cases, ([a, b, c]) => {
        if (!a || !b || !c) return
        expect(Math.sign(byAttention(a, b))).toBe(-Math.sign(byAttention(b, a)))
        expect(byAttention(a, b)).not.toBe(0)
        expect(byAttention(a, a)).toBe(0)
        if (byAttention(a, b) < 0 && byAttention(b, c) < 0) expect(byAttention(a, c)).toBeLessThan(0)
      }),
    )
  })

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(cases.chain(shuffled), ([list, other]) => {
        expect(ids(other.toSorted(byAttention))).toEqual(ids(list.toSorted(byAttention)))
      }),
    )
  })

  it('puts red flags before all, each reason before the next, and those without a reason last', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const ranks = list
          .toSorted(byAttention)
          .map(({ reasons: [first] }) => (first ? attentionReasons.indexOf(first.reason) : 99))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('of two alike puts the fresher red flag, the earlier end of a tick and the longer silence first', () => {
    const of = (id: string, reason: (typeof attentionReasons)[number], days: number): Case => ({
      ...{ id, name: 'Moth', household: '', species: 'cat', coat: '', clientId: 'c', standing: base },
      reasons: [{ reason, days }],
    })
    for (const [reason, first, second] of [
      ['red', 1, 5],
      ['safety', -3, 4],
      ['silent', 30, 11],
    ] as const)
      expect(byAttention(of('b', reason, first), of('a', reason, second)), reason).toBeLessThan(0)
  })
})

describe('what is chosen of a caseload', () => {
  it('is in order, fits every filter, and its counts say what each filter would leave', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('', 'moth', 'CRUZ o’m'), (list, q) => {
        const sorted = list.toSorted(byAttention)
        const asked = { reason: 'silent', stage: 'C3', q }
        const { counts, found } = choose(sorted, choiceFrom({ q }))
        for (const { key, count } of counts.reasons)
          expect(choose(sorted, choiceFrom({ q, reason: key })).found).toBe(count)
        for (const { key, count } of counts.recommendations)
          expect(choose(sorted, choiceFrom({ q, next: key })).found).toBe(count)
        expect(counts.stages.reduce((sum, { count }) => sum + count, 0)).toBe(found)
        const chosen = choose(sorted, choiceFrom(asked)).cases
        expect(ids(chosen)).toEqual(ids(sorted.filter(({ id }) => ids(chosen).includes(id))))
        for (const one of chosen) {
          expect(one.standing.stageKey).toBe('C3')
          expect(one.reasons.map(({ reason }) => reason)).toContain('silent')
        }
      }),
    )
  })

  it('comes in pages of fifty that together are everything, once', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const sorted = list.toSorted(byAttention)
        const { pages } = choose(sorted, choiceFrom({}))
        const all = Array.from({ length: pages }, (_, at) =>
          choose(sorted, choiceFrom({ page: String(at + 1) })),
        )
        expect(all.flatMap((page) => ids(page.cases))).toEqual(ids(sorted))
        expect(all.every((page) => page.cases.length <= casesPerPage)).toBe(true)
        expect(choose(sorted, choiceFrom({ page: '999' })).page).toBe(pages)
      }),
    )
  })

  it('takes words that mean nothing for no words', () => {
    expect(choiceFrom({ reason: 'nonsense', next: ['stay', 'pause'], page: '-3' })).toEqual({
      ...{ reason: null, recommendation: 'stay', stage: null, who: null, search: '', page: 1 },
    })
  })
})
