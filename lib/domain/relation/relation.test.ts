import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { inPairOrder, pairsOf, relationKinds, type Relation } from './relation'

const animals = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const rows = fc
  .array(
    fc.record({
      two: fc.constantFrom<[string, string]>(['a', 'b'], ['b', 'a'], ['c', 'a'], ['b', 'd']),
      kind: fc.constantFrom(...relationKinds),
      days: fc.integer({ min: 0, max: 5 }),
    }),
  )
  .map((drawn) =>
    drawn.map(({ two, kind, days }, seq): Relation => {
      const [animalId, otherId] = inPairOrder(...two)
      const since = Temporal.PlainDate.from('2026-05-01').add({ days })
      return { id: `r${seq}`, animalId, otherId, kind, since, saidBy: '', by: '', seq }
    }),
  )

describe('pairs of a home', () => {
  it('are every two animals once, and no row is lost or counted twice', () => {
    fc.assert(
      fc.property(rows, (relations) => {
        const pairs = pairsOf(animals, relations)
        expect(pairs).toHaveLength(6)
        const kept = pairs.flatMap(({ now, before }) => [...(now ? [now] : []), ...before])
        expect(kept.map(({ id }) => id).toSorted()).toEqual(relations.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('hold what the latest day says, of one day what was written last, in whatever order rows arrive', () => {
    fc.assert(
      fc.property(rows, (relations) => {
        expect(pairsOf(animals, relations.toReversed())).toEqual(pairsOf(animals, relations))
        for (const { now, before } of pairsOf(animals, relations))
          for (const row of before) {
            const order = Temporal.PlainDate.compare(now?.since ?? row.since, row.since)
            expect(order > 0 || (order === 0 && (now?.seq ?? 0) > row.seq)).toBe(true)
          }
      }),
    )
  })

  it('of one animal, or of none, are none', () => {
    expect(pairsOf([], [])).toEqual([])
    expect(pairsOf([{ id: 'a' }], [])).toEqual([])
  })
})
