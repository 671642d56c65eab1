import { describe, expect, test } from 'vitest'
import { answerFrom } from './answer'
import { waitAfter } from './backoff'
import { chosen, differencesOf, letGo, triedAgain } from './by-a-person'
import { readEnvelope } from './envelope'
import {
  answered,
  awoken,
  due,
  dueNext,
  emptyQueue,
  enqueue,
  hurried,
  ownWords,
  sent,
  signedIn,
} from './queue'
import { daysTooLong, itemsFor, standingOf } from './truth'

const owner = { practiceId: 'practice', userId: 'jonas' }
const other = { ...owner, userId: 'ines' }
const letter = (base: string, mine: string, visitId = 'v0') => ({
  ...{ kind: 'save_draft' as const, visitId, baseVersion: 0 },
  changes: [{ field: 'body.letter', base, mine }],
})
const tap = (id: number) => ({
  ...{ kind: 'append_events' as const, observationId: 'o0', visitId: 'v0', animalId: 'moth' },
  events: [{ id: String(id), device: 'phone', counter: id, at: id, what: 'recovered' as const }],
})
const inside = { field: 'internal', base: '', mine: 'Loud' }
const keep = (queue = emptyQueue(owner), key = 'k1', operation = letter('', 'Hello')) =>
  enqueue(queue, { key, operation, at: 0 })
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key)

describe('the queue', () => {
  test('two hundred taps are one request, the next is another', () => {
    let queue = emptyQueue(owner)
    for (let at = 0; at < 201; at++) queue = enqueue(queue, { key: `t${at}`, operation: tap(at), at })
    expect(keys(queue.items)).toEqual(['t0', 't200'])
    expect(keys(due(queue, 0))).toEqual(['t0'])
  })

  test('what was sent is left as it is; what was typed and taken back leaves nothing', () => {
    const once = sent(keep(), 'k1')
    const twice = keep(once, 'k2', letter('Hello', 'Hello you'))
    expect(twice.items).toMatchObject([{ operation: letter('', 'Hello') }, { key: 'k2' }])
    expect(keep(keep(), 'k2', letter('Hello', ' ')).items).toEqual([])
  })

  test('waits twice as long after each try, is never given up, and goes at once where signal is back', () => {
    let queue = keep()
    const waited: number[] = []
    for (let tries = 0; tries < 12; tries++) {
      queue = answered(sent(queue, 'k1'), 'k1', { state: 'later' }, 0, 1)
      waited.push((dueNext(queue) ?? 0) / 1000)
      expect(due(queue, (dueNext(queue) ?? 0) - 1)).toEqual([])
    }
    expect(waited).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300])
    expect(keys(due(hurried(queue), 0))).toEqual(['k1'])
    expect(waitAfter(1, 0)).toBe(1000)
    expect(waitAfter(1, 0, 60)).toBe(60_000)
    expect(waitAfter(1, 0, 1e9)).toBe(3_600_000)
  })

  test('an app that was killed sends under the same key again', () => {
    const queue = awoken(JSON.parse(JSON.stringify(sent(keep(), 'k1'))) as ReturnType<typeof keep>)
    expect(due(queue, 0)).toMatchObject([{ key: 'k1', attempts: 1 }])
  })

  test('an expired sign-in keeps everything, for the same person only', () => {
    const expired = answered(sent(keep(), 'k1'), 'k1', { state: 'signedOut' }, 0, 0)
    expect([due(expired, 1e9), dueNext(expired), standingOf(expired)]).toEqual([[], null, 'onThisPhone'])
    const borrowed = signedIn(expired, other)
    expect([due(borrowed, 1e9), itemsFor(borrowed, other), borrowed.items.length]).toEqual([[], [], 1])
    expect(keys(due(signedIn(borrowed, owner), 0))).toEqual(['k1'])
  })

  test('what is refused waits for a person, holds up its own lane and no other', () => {
    const two = keep(
      sent(keep(keep(), 'k2', letter('', 'Else', 'v1')), 'k1'),
      'k3',
      letter('Hello', 'Corrected'),
    )
    const refused = answered(two, 'k1', { state: 'refused', reason: 'errors.checkFields' }, 0, 0)
    expect(standingOf(refused)).toBe('needsYou')
    expect(standingOf(refused, ['note v1'])).toBe('onThisPhone')
    expect(keys(due(refused, 0))).toEqual(['k2'])
    const again = triedAgain(refused, 'k1', { key: 'k4', at: 1 })
    expect(again.items.find(({ key }) => key === 'k4')?.operation).toEqual(letter('', 'Corrected'))
    expect(keys(letGo(refused, 'k1').items)).toEqual(['k2', 'k3'])
    expect(letGo(refused, 'k2')).toEqual(refused)
  })

  test('what a person chose stands upon what the others wrote, together with what nobody else touched', () => {
    const both = enqueue(sent(keep(), 'k1'), {
      ...{ key: 'k2', at: 0 },
      operation: {
        ...letter('Hello', 'Hello you'),
        changes: [...letter('Hello', 'Hello you').changes, inside],
      },
    })
    const theirs = { 'body.letter': 'Dear all' }
    const differs = answered(both, 'k1', { state: 'differs', version: 7, theirs }, 0, 0)
    const difference = { field: 'body.letter', base: '', mine: 'Hello you', theirs: 'Dear all' }
    expect(differencesOf(differs, 'v0')).toEqual([difference])
    expect(chosen(differs, 'v0', {}, { key: 'k3', at: 1 })).toBe(differs)
    const merged = chosen(differs, 'v0', { 'body.letter': 'Dear you' }, { key: 'k3', at: 1 })
    expect(merged.items).toMatchObject([
      {
        ...{ key: 'k3', attempts: 0, trouble: null },
        operation: {
          ...letter('Dear all', 'Dear you'),
          baseVersion: 7,
          changes: [{ base: 'Dear all' }, inside],
        },
      },
    ])
    const theirWords = chosen(differs, 'v0', theirs, { key: 'k3', at: 1 })
    expect(theirWords.items).toMatchObject([{ operation: { changes: [inside] } }])
  })

  test('words saved after a page was drawn, and words that wait, are put over it; of the former the last eight', () => {
    let queue = emptyQueue(owner)
    for (let version = 1; version <= 9; version++) {
      const [key, words] = [`k${version}`, letter(String(version - 1), String(version))]
      queue = answered(sent(keep(queue, key, words), key), key, { state: 'saved', version }, 0, 0)
    }
    expect(queue.saved).toHaveLength(8)
    const drawn = (at: number, now = queue) => ownWords(now, 'v0', at)
    expect(drawn(8)).toEqual({ version: 9, fields: { 'body.letter': '9' }, waits: false })
    expect(drawn(9)).toEqual({ version: 9, fields: {}, waits: false })
    // On its way, and already taken back: the page may show it, the form must not.
    const back = keep(sent(keep(queue, 'k10', letter('9', 'x')), 'k10'), 'k11', letter('x', '9'))
    expect(drawn(10, back)).toEqual({ version: 10, fields: { 'body.letter': '9' }, waits: true })
  })

  test('says when something has waited for thirty days', () => {
    const day = 86_400_000
    expect(daysTooLong(keep(), 29 * day)).toBeNull()
    expect(daysTooLong(keep(), 30 * day)).toBe(30)
    expect(daysTooLong(emptyQueue(owner), 30 * day)).toBeNull()
  })
})

test('only our own words are final: a proxy, a login page and another version mean later', () => {
  expect(answerFrom(200, { state: 'saved', version: 2 })).toEqual({ state: 'saved', version: 2 })
  expect(answerFrom(404, { state: 'refused', reason: 'sync.gone' })).toMatchObject({ state: 'refused' })
  expect(answerFrom(201, { state: 'saved', photoId: 'p1' })).toMatchObject({ state: 'saved' })
  expect(answerFrom(413, { state: 'refused', reason: 'photo.refusal.filmTooBig' }).state).toBe('refused')
  for (const [status, body] of [
    [200, '<html>'],
    [200, {}],
    [200, { state: 'signed' }],
    [429, { state: 'refused', reason: 'photo.refusal.tooMany' }],
    [404, null],
    [413, null],
    [422, { state: 'saved' }],
    [500, { state: 'saved' }],
    [403, { state: 'later' }],
  ] as const)
    expect(answerFrom(status, body), `${status}`).toEqual({ state: 'later' })
  expect(answerFrom(429, null, '60')).toEqual({ state: 'later', after: 60 })
  expect(answerFrom(401, null)).toEqual({ state: 'signedOut' })
})

test('a request of a later version is unknown, a broken one unreadable, and its content is what was sent', () => {
  const [key, id] = ['3f2a9c1e-0b7d-4c55-9a41-8d1f6f1f0a01', '3f2a9c1e-0b7d-4c55-9a41-8d1f6f1f0a02']
  const post = (operation: unknown) => ({ owner: { practiceId: id, userId: id }, madeAt: 0, operation })
  expect(readEnvelope(key, post({ kind: 'walk_the_cat' }))).toBe('unknown')
  for (const broken of [
    null,
    [],
    'x',
    post(null),
    post({ kind: 'save_draft' }),
    post({ ...letter('', 'x', id), changes: [] }),
  ])
    expect(readEnvelope(key, broken)).toBe('unreadable')
  expect(readEnvelope('no key', post(letter('', 'x', id)))).toBe('unreadable')
  const read = readEnvelope(key, post(letter('', ' x ', id)))
  expect(read).toMatchObject({ key, content: expect.stringContaining('" x "') })
})
