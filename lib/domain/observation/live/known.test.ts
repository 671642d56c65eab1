import { expect, test } from 'vitest'
import { begunOf, isOpen, newestOf, together, type Known } from './known'

const tap = (id: string, at: number) => ({ id, device: 'phone', counter: at, at, what: 'recovered' as const })
const known = (observationId: string, events: ReturnType<typeof tap>[], recorded = false): Known => ({
  ...{ observationId, animalId: 'moth', events, recorded },
})

test('what the kit, the device and its queue know is one observation, each tap once', () => {
  const [one, two, three] = [tap('1', 1), tap('2', 2), tap('3', 3)]
  expect(together([known('a', [one, two]), known('b', [one]), known('a', [two, three])])).toEqual([
    known('a', [one, two, three]),
    known('b', [one]),
  ])
})

test('what was recorded in one place is over in all of them', () => {
  expect(together([known('a', [tap('1', 1)], true), known('a', [tap('2', 2)])])[0]).toMatchObject({
    recorded: true,
  })
  const both = [known('a', [tap('1', 9)], true), known('b', [tap('2', 2)])]
  expect(newestOf(both)).toMatchObject({ moth: { observationId: 'a' } })
  expect(newestOf(both, isOpen)).toMatchObject({ moth: { observationId: 'b' } })
})

test('of several, the one that was tapped last goes on; a name without a tap is none', () => {
  expect(newestOf([known('late', [tap('2', 5)]), known('early', [tap('1', 1)]), known('blank', [])])).toEqual(
    {
      moth: known('late', [tap('2', 5)]),
    },
  )
  const begun = { observationId: 'a', events: [tap('1', 1)] }
  expect(
    begunOf([
      { id: 'moth', begun },
      { id: 'ivo', begun: null },
    ]),
  ).toEqual([known('a', [tap('1', 1)])])
})
