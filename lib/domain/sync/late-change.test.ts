import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestAmendment, proposeAmendments } from './late-change'

const field = fc.constantFrom(
  'body.letter',
  'internal',
  'animals.moth.seen',
  'animals.moth.gear',
  'body.homeGaps',
)
const changes = fc.uniqueArray(
  fc.record({
    field,
    base: fc.constant(''),
    mine: fc.string({ unit: 'grapheme', maxLength: 9000, size: 'max' }),
  }),
  { selector: (change) => change.field, maxLength: 5 },
)

test('every word that came late is proposed, in texts short enough, and what is private stays private', () => {
  fc.assert(
    fc.property(changes, (late) => {
      const proposed = proposeAmendments(late, (name) => `<${name}>`)
      for (const { body } of proposed) expect(body.length).toBeLessThanOrEqual(longestAmendment)
      const told = (shown: boolean) =>
        proposed
          .filter((one) => one.shown === shown)
          .map(({ body }) => body.replaceAll('\n', ''))
          .join('')
      for (const { field, mine } of late) {
        const atHome = field === 'body.letter' || field.endsWith('.seen')
        expect(told(atHome)).toContain(mine.trim().replaceAll('\n', ''))
        expect(told(!atHome)).not.toContain(`<${field}>`)
      }
    }),
    { numRuns: 200, endOnFailure: true }, // long texts shrink slowly
  )
})

test('a field that was emptied, and one of chips, can be read', () => {
  const late = [
    { field: 'body.obstacles', base: '', mine: ['time', 'gear'] },
    { field: 'internal', base: 'Loud', mine: '' },
  ]
  expect(proposeAmendments(late, (name) => name)).toEqual([
    { body: 'body.obstacles: time, gear\ninternal: –', shown: false },
  ])
})
