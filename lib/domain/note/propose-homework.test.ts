import { expect, test } from 'vitest'
import { protocolFor } from '@/lib/domain/protocol/library'
import { proposeHomework } from './propose-homework'

const cat = protocolFor('cat')
const at = (stageKey: string) => ({ status: 'active' as const, stageKey })

test('staying keeps the wording of the stage, one sentence a line', () => {
  expect(proposeHomework(cat, at('C2'), 'stay')).toMatchObject({
    exercise: 'Touch and drape',
    sentences: ['One second is enough.', 'Touch, treat, finished.', 'If the ears go flat, stop for today.'],
  })
})

test('advancing and stepping back take the wording of where it goes', () => {
  expect(proposeHomework(cat, at('C3'), 'advance').exercise).toBe('Leash drags indoors')
  expect(proposeHomework(cat, at('C3'), 'step_back').exercise).toBe('Touch and drape')
  expect(proposeHomework(cat, at('C1'), 'step_back').exercise).toBe('Harness is furniture')
})

test('a pause asks for nothing, and an animal that says no gets the indoor programme', () => {
  expect(proposeHomework(cat, at('C3'), 'pause').sentences).toEqual([])
  const indoors = proposeHomework(cat, at('C3'), 'stop_enrich')
  expect(indoors.exercise).toBe('Indoor enrichment track')
  expect(indoors.sentences).toHaveLength(3)
})
