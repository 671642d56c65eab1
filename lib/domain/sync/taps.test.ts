import { expect, test } from 'vitest'
import { withProposed } from './proposed'
import { answered, due, dueNext, emptyQueue, enqueue, sent, type Queue } from './queue'
import { knownInQueue, tapsHere } from './taps'

const owner = { practiceId: 'practice', userId: 'jonas' }
const event = (id: number) => ({
  id: String(id),
  device: 'phone',
  counter: id,
  at: id,
  what: 'recovered' as const,
})
const tap = (id: number, visitId = 'v0') => ({
  ...{
    kind: 'append_events' as const,
    observationId: visitId === 'v0' ? 'o0' : 'o1',
    visitId,
    animalId: 'moth',
    events: [event(id)],
  },
})
const letter = (visitId = 'v0') => ({
  ...{ kind: 'save_draft' as const, visitId, baseVersion: 0 },
  changes: [{ field: 'body.letter', base: '', mine: 'Hello' }],
})
const session = {
  kind: 'record_session' as const,
  session: {
    ...{ id: 'o0', animalId: 'moth', startedAt: '2026-05-14T08:00:00Z', stress: 1 },
    ...{ signs: [], goodSigns: [], triggers: [], events: [], health: [] },
  },
}
const queueOf = (...operations: Parameters<typeof enqueue>[1]['operation'][]): Queue =>
  operations.reduce(
    (queue, operation, at) => enqueue(queue, { key: `k${at}`, operation, at }),
    emptyQueue(owner),
  )
const keys = (queue: Queue) => due(queue, 1e9).map(({ key }) => key)

test('a draft waits for what was tapped at its visit, and for nothing else', () => {
  const both = queueOf(letter(), letter('v1'), tap(1))
  expect(keys(both)).toEqual(['k1', 'k2'])
  const onItsWay = sent(sent(both, 'k1'), 'k2')
  expect([keys(onItsWay), dueNext(onItsWay)]).toEqual([[], null])
  expect(keys(answered(onItsWay, 'k2', { state: 'saved' }, 0, 0))).toEqual(['k0'])
  const later = answered(onItsWay, 'k2', { state: 'later' }, 0, 1)
  expect(dueNext(later)).toBe(2000)
})

test('taps that a person has to look at hold up no draft', () => {
  const refused = answered(
    sent(queueOf(letter(), tap(1)), 'k1'),
    'k1',
    { state: 'refused', reason: 'x' },
    0,
    0,
  )
  expect(keys(refused)).toEqual(['k0'])
  expect(tapsHere(refused, 'v0')).toMatchObject({ waiting: 0, refused: 1 })
})

test('taps are counted one by one, and known with what became of them', () => {
  const queue = queueOf(tap(1), tap(2), tap(3, 'v1'), letter())
  expect(tapsHere(queue, 'v0')).toEqual({ waiting: 2, refused: 0, tried: false, signedOut: false })
  expect(tapsHere(queue, 'v2')).toEqual({ waiting: 0, refused: 0, tried: false, signedOut: false })
  const offline = answered(sent(queue, 'k0'), 'k0', { state: 'later' }, 0, 0)
  expect(tapsHere(offline, 'v0')).toMatchObject({ waiting: 2, tried: true })
  expect(tapsHere(sent(queue, 'k0'), 'v0')).toMatchObject({ waiting: 2, tried: false })
  expect(tapsHere({ ...queue, held: 'signedOut' }, 'v0')).toMatchObject({ waiting: 2, signedOut: true })
  expect(knownInQueue(queue, 'v0')).toEqual([
    { observationId: 'o0', animalId: 'moth', events: [event(1), event(2)], recorded: false },
  ])
  expect(knownInQueue(queueOf(session), 'v0')).toEqual([
    { observationId: 'o0', animalId: 'moth', events: [], recorded: true },
  ])
})

test('a draft begins with what was measured, unless somebody measured', () => {
  const block = { latencyEatSec: 3, nearestTrigger: 'Dog' }
  const blank = { 'animals.moth.seen': 'Ate.', 'animals.ivo.latencyEatSec': '9', 'animals.moth.trialsOk': '' }
  expect(withProposed(blank, 'moth', block)).toEqual({
    ...blank,
    'animals.moth.latencyEatSec': '3',
    'animals.moth.nearestTrigger': 'Dog',
  })
  expect(withProposed(blank, 'ivo', block)).toEqual(blank)
})
