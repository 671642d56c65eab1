import { describe, expect, test } from 'vitest'
import { letGo, triedAgain } from './by-a-person'
import type { AddPhoto, OperationOf } from './operation'
import { isPhoto, photosOn } from './photos'
import { answered, due, dueNext, emptyQueue, enqueue, sent, signedIn, type Queue } from './queue'
import { standingOf } from './truth'

const owner = { practiceId: 'practice', userId: 'jonas' }
const file = { name: 'IMG_1.jpg', type: 'image/jpeg', size: 1, shown: true }
const photo = (photoId: string, place: Partial<AddPhoto> = {}): AddPhoto => ({
  ...{ kind: 'add_photo', photoId, animalId: 'moth', visitId: 'v0', ...file, ...place },
})
const taken = (...photos: AddPhoto[]): Queue =>
  photos.reduce(
    (queue, operation) => enqueue(queue, { key: `k ${operation.photoId}`, operation, at: 0 }),
    emptyQueue(owner),
  )
const standing = (queue: Queue) => photosOn(queue).map(({ photo, is }) => [photo.photoId, is])
const refusal = { state: 'refused' as const, reason: 'photo.refusal.notAgreed' }

describe('photos on a device', () => {
  test('never join and never wait for each other, and are due in the order they were taken', () => {
    const queue = taken(photo('p1'), photo('p2'), photo('p3'))
    expect(due(queue, 0).map(({ key }) => key)).toEqual(['k p1', 'k p2', 'k p3'])
    const stuck = answered(sent(queue, 'k p1'), 'k p1', refusal, 0, 0)
    expect(due(stuck, 0).map(({ key }) => key)).toEqual(['k p2', 'k p3'])
  })

  test('of a log that is not sent yet wait for it, unless it is refused', () => {
    const session = { id: 's1', animalId: 'moth', startedAt: '2026-05-14T08:00:00Z', stress: '0' }
    const log = { kind: 'log_homework', session } as OperationOf<'log_homework'>
    const both = enqueue(enqueue(emptyQueue(owner), { key: 'k log', operation: log, at: 0 }), {
      ...{ key: 'k p1', at: 0 },
      operation: photo('p1', { sessionId: 's1' }),
    })
    expect(due(both, 0).map(({ key }) => key)).toEqual(['k log'])
    expect(due(both, 0, isPhoto)).toEqual([])
    expect(dueNext(both, isPhoto)).toBeNull()
    const under = sent(both, 'k log')
    expect(due(under, 0)).toEqual([])
    for (const answer of [{ state: 'saved' as const }, refusal])
      expect(due(answered(under, 'k log', answer, 0, 0), 0).map(({ key }) => key)).toEqual(['k p1'])
  })

  test('are each said where they are', () => {
    let queue = taken(photo('p1'), photo('p2'), photo('p3'))
    queue = answered(sent(queue, 'k p1'), 'k p1', refusal, 0, 0)
    queue = sent(queue, 'k p2')
    expect(standing(queue)).toEqual([
      ['p1', 'refused'],
      ['p2', 'sending'],
      ['p3', 'onThisPhone'],
    ])
    expect(photosOn(queue)[0]?.reason).toBe('photo.refusal.notAgreed')
    const held = answered(queue, 'k p2', { state: 'signedOut' }, 0, 0)
    expect(standing(held).map(([, is]) => is)).toEqual(['refused', 'signedOut', 'signedOut'])
    expect(due(signedIn(held, { ...owner, userId: 'ines' }), 0)).toEqual([])
    expect(standingOf(answered(queue, 'k p2', { state: 'saved' }, 0, 0), ['photo p2'])).toBe('saved')
  })

  test('stand where they were taken and nowhere else', () => {
    const queue = taken(photo('p1'), photo('p2', { animalId: 'ash' }), photo('p3', { visitId: 'v1' }))
    const bySession = { animalId: 'moth', sessionId: 's0' }
    const all = enqueue(queue, {
      ...{ key: 'k p4', at: 0 },
      operation: { kind: 'add_photo', photoId: 'p4', ...file, ...bySession },
    })
    const at = (place: Parameters<typeof photosOn>[1]) =>
      photosOn(all, place).map(({ photo }) => photo.photoId)
    expect(at({ animalId: 'moth', visitId: 'v0' })).toEqual(['p1'])
    expect(at({ animalId: 'ash', visitId: 'v0' })).toEqual(['p2'])
    expect(at(bySession)).toEqual(['p4'])
    expect(at(undefined)).toHaveLength(4)
  })

  test('a refused one is the same photo when it is tried again, and goes when its person says so', () => {
    const refused = answered(sent(taken(photo('p1')), 'k p1'), 'k p1', refusal, 0, 0)
    const again = triedAgain(refused, 'k p1', { key: 'k2', at: 9 })
    expect(again.items).toMatchObject([{ key: 'k2', madeAt: 0, operation: { photoId: 'p1' }, trouble: null }])
    expect(letGo(refused, 'k p1').items).toEqual([])
    expect(letGo(again, 'k2').items).toHaveLength(1)
  })
})
