import { expect, test } from 'vitest'
import { noteBodySchema } from './schema'
import { shortOf } from './resources'

test('two cats want three of each; what nobody counted is not short', () => {
  expect(shortOf({ trays: 2, water: 3, hides: 0 }, 2)).toEqual([
    { of: 'trays', has: 2, more: 1 },
    { of: 'hides', has: 0, more: 3 },
  ])
  expect(shortOf({ trays: 2, water: 2, hides: 2, perches: 2 }, 1)).toEqual([])
})

test('a home of rats alone has no such rule', () => {
  expect(shortOf({ trays: 0 }, 0)).toEqual([])
})

test('a note from before there were rooms reads with none counted', () => {
  expect(noteBodySchema.parse({ homeGaps: 'Balcony door' })).toMatchObject({ rooms: '', resources: {} })
})
