import { expect, test } from 'vitest'
import { emptyBlock, emptyBody, noteDraftSchema } from '@/lib/domain/note/schema'
import { fieldsOfDraft, formOfFields, isNoteField } from './fields'
import { saysTheSame } from './said'

const [visitId, moth, ash] = [
  '3f2a9c1e-0b7d-4c55-9a41-8d1f6f1f0a01',
  '3f2a9c1e-0b7d-4c55-9a41-8d1f6f1f0a02',
  '3f2a9c1e-0b7d-4c55-9a41-8d1f6f1f0a03',
]

test('a draft taken apart into fields and put together again is the same draft', () => {
  const body = {
    ...emptyBody,
    letter: 'She came.\n\nBy herself 🐈',
    daysPractised: 0,
    obstacles: ['time' as const],
    pillars: { ...emptyBody.pillars, play: 2 },
    resources: { ...emptyBody.resources, trays: 3 },
  }
  const block = { ...emptyBlock, seen: 'Ate.', weightGrams: 4300, twoFingers: false }
  const animals = [
    { animalId: moth, block },
    { animalId: ash, block: emptyBlock },
  ]
  const fields = fieldsOfDraft({ body, internal: 'Loud', animals })
  expect(Object.keys(fields).every(isNoteField)).toBe(true)
  const again = noteDraftSchema.parse({ visitId, version: 3, ...formOfFields(fields, [moth, ash]) })
  expect(again).toEqual({ visitId, version: 3, body, internal: 'Loud', animals })
})

test('a field that a note does not have is known as such', () => {
  for (const field of [
    'body.letter',
    'internal',
    'body.pillars.play',
    'body.resources.trays',
    `animals.${moth}.seen`,
  ])
    expect(isNoteField(field), field).toBe(true)
  const strange = [
    '',
    'body',
    'body.pillars',
    'body.pillars.x',
    'body.letter.x',
    'internal.x',
    'animals..seen',
  ]
  for (const field of [
    ...strange,
    `animals.${moth}`,
    `animals.${moth}.seen.x`,
    'body.__proto__',
    '__proto__',
    'status',
  ])
    expect(isNoteField(field), field).toBe(false)
})

test('blanks around a text, line ends and the order of chips say nothing', () => {
  expect(saysTheSame('a\r\nb ', 'a\nb')).toBe(true)
  expect(saysTheSame(['time', 'gear'], ['gear', 'time'])).toBe(true)
  expect(saysTheSame([], '')).toBe(true)
  expect(saysTheSame('a b', 'ab')).toBe(false)
})
