import { expect, it } from 'vitest'
import { refusalKeys } from '@/lib/domain/protocol/across'
import { alternativeFields, stageFields } from '@/lib/domain/protocol/differences'
import { text } from './text'

const t = text('protocol')

it.each(refusalKeys)('what is wrong has words: %s', (key) => {
  expect(t.has(`problem.${key}`)).toBe(true)
})

it.each([...stageFields, ...alternativeFields, 'exercises', 'ticks', 'items'])(
  'so has the field %s',
  (field) => {
    expect(t.has(`field.${field}`)).toBe(true)
  },
)
