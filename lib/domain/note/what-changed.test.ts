import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyOfRank, mostChanges, timesSeen, whatChanged, type LookAtVisit } from './what-changed'

const unknown: LookAtVisit = {
  stage: null,
  body: null,
  weightGrams: null,
  longestCalmSec: null,
  latencyEatSec: null,
  latencyApproachSec: null,
  latencyStepSec: null,
}
const nothing = { redDays: 0, vetSigns: [] }
const at = (known: Partial<LookAtVisit>): LookAtVisit => ({ ...unknown, ...known })

test('a good month: one stage on, calmer, longer in the harness', () => {
  const before = at({ stage: { name: 'Touch and drape', index: 2 }, body: 2, longestCalmSec: 40 })
  const now = at({ stage: { name: 'Buckle and wear', index: 3 }, body: 1, longestCalmSec: 240 })
  expect(whatChanged(before, now, nothing)).toEqual([
    { of: 'stage', from: 'Touch and drape', to: 'Buckle and wear', way: 'on' },
    { of: 'body', from: 2, to: 1 },
    { of: 'longestCalmSec', from: 40, to: 240 },
  ])
})

test('what asks for care is said first, and only three lines', () => {
  const before = at({ stage: { name: 'C', index: 4 }, body: 0, weightGrams: 4000, latencyEatSec: 5 })
  const now = at({ stage: { name: 'B', index: 3 }, body: 3, weightGrams: 3800, latencyEatSec: 60 })
  const changes = whatChanged(before, now, { redDays: 1, vetSigns: ['limp_or_pain'] })
  expect(changes).toEqual([
    { of: 'red', days: 1 },
    { of: 'vet', signs: ['limp_or_pain'] },
    { of: 'weight', from: 4000, to: 3800 },
  ])
})

test.each([
  ['a weight under 5 %', { weightGrams: 4000 }, { weightGrams: 4190 }],
  ['three seconds', { latencyEatSec: 2 }, { latencyEatSec: 6 }],
  ['less than a quarter', { longestCalmSec: 100 }, { longestCalmSec: 120 }],
  ['unknown before', {}, { body: 4 as const }],
  ['unknown now', { latencyStepSec: 3 }, {}],
])('%s is no change', (_, before, now) => {
  expect(whatChanged(at(before), at(now), nothing)).toEqual([])
})

test('ranks of the Cat Stress Score are body levels', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(bodyOfRank)).toEqual([0, 0, 1, 2, 3, 4, 4])
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const look: fc.Arbitrary<LookAtVisit> = fc.record({
  stage: maybe(fc.nat({ max: 8 }).map((index) => ({ name: `C${index}`, index }))),
  body: maybe(fc.constantFrom(0, 1, 2, 3, 4)),
  weightGrams: maybe(fc.integer({ min: 50, max: 9000 })),
  longestCalmSec: maybe(fc.nat({ max: 600 })),
  latencyEatSec: maybe(fc.nat({ max: 600 })),
  latencyApproachSec: maybe(fc.nat({ max: 600 })),
  latencyStepSec: maybe(fc.nat({ max: 600 })),
})
const since = fc.record({
  redDays: fc.nat({ max: 3 }),
  vetSigns: fc.subarray(['limp_or_pain', 'not_eating']),
})
const order = ['red', 'vet', 'weight', 'stage', 'body', ...timesSeen]

test('never more than three, in the order of what matters, each kind once', () => {
  fc.assert(
    fc.property(look, look, since, (before, now, meanwhile) => {
      const places = whatChanged(before, now, meanwhile).map(({ of }) => order.indexOf(of))
      expect(places.length).toBeLessThanOrEqual(mostChanges)
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    }),
  )
})

test('nothing is invented: every figure was seen at that visit, and forgetting one only takes lines away', () => {
  fc.assert(
    fc.property(look, look, since, fc.constantFrom(...timesSeen), (before, now, meanwhile, key) => {
      for (const change of whatChanged(before, now, meanwhile)) {
        if (change.of === 'red') expect(change.days).toBe(meanwhile.redDays)
        else if (change.of === 'vet') expect(change.signs).toEqual(meanwhile.vetSigns)
        else if (change.of === 'stage')
          expect([change.from, change.to]).toEqual([before.stage?.name, now.stage?.name])
        else {
          const of = change.of === 'weight' ? 'weightGrams' : change.of
          expect([change.from, change.to]).toEqual([before[of], now[of]])
        }
      }
      const forgotten = whatChanged(before, { ...now, [key]: null }, meanwhile)
      expect(forgotten.map(({ of }) => of)).not.toContain(key)
    }),
  )
})

test('two visits that were the same have nothing to tell', () => {
  fc.assert(
    fc.property(look, (seen) => {
      expect(whatChanged(seen, seen, nothing)).toEqual([])
    }),
  )
})
