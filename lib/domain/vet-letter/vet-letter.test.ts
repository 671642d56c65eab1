import { expect, test } from 'vitest'
import { illnessesNamedIn } from './illness'
import { vetLetterSchema } from './schema'

const animalId = '6f1c1f9e-7c49-4b39-9a3a-0d8f2d1c4f11'

test.each([
  ['I think it is arthritis.', ['arthritis']],
  ['Cystitis? Or FLUTD.', ['Cystitis', 'FLUTD']],
  ['Cardiomyopathy runs in the breed; a disorder', ['Cardiomyopathy', 'disorder']],
  ['She limps on the left hind leg after rest and licks her belly. Went to the tray nine times.', []],
  ['Sits on the sofa, at ease; depresses the switch with one paw. Ficus chewed.', []],
])('%s', (words, named) => {
  expect(illnessesNamedIn(words)).toEqual(named)
})

test('a letter says what was seen, and names no illness', () => {
  expect(vetLetterSchema.parse({ animalId, seen: ' Limps. ', days: '' })).toEqual({
    animalId,
    seen: 'Limps.',
    asked: '',
    days: undefined,
  })
  for (const wrong of [
    { seen: '' },
    { seen: 'Arthritis' },
    { seen: 'Limps', asked: 'Asthma?' },
    { days: '91' },
  ])
    expect(vetLetterSchema.safeParse({ animalId, seen: 'Limps.', ...wrong }).success).toBe(false)
})
