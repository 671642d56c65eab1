import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { proofOf, sealedText, type Link, type Sealed } from './chain'
import { isReadAtHome, nameOfField, noteFieldFrom, refuseText, textAt } from './correctable'
import { wordsApart } from './difference'
import { emptyBlock, emptyBody } from './schema'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const note = { content: 'the note', hash: sha256('the note') }

const said: fc.Arbitrary<Omit<Sealed, 'nth'>> = fc.record({
  field: fc.constantFrom(null, 'body.letter'),
  body: fc.string(),
  reason: fc.string(),
  shown: fc.boolean(),
  amendedBy: fc.uuid(),
  at: fc.nat().map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
  zone: fc.constantFrom('UTC', 'Europe/Vienna'),
})
const chained = fc.array(said, { minLength: 1, maxLength: 6 }).map((all) => {
  const links: Link[] = []
  for (const [index, one] of all.entries()) {
    const sealed = { ...one, nth: index + 1 }
    links.push({ ...sealed, hash: sha256(sealedText(links.at(-1)?.hash ?? note.hash, sealed)) })
  }
  return links
})

test('what was sealed is found whole', () => {
  fc.assert(
    fc.property(chained, (links) => {
      expect(proofOf(note, links, sha256)).toEqual({ broken: null, unsealed: 0 })
    }),
  )
  expect(proofOf(note, [], sha256)).toEqual({ broken: null, unsealed: 0 })
  expect(proofOf({ ...note, content: 'the n0te' }, [], sha256).broken).toBe('note')
})

test('another word, another moment, one left out, two changed round: it tells where', () => {
  fc.assert(
    fc.property(chained, fc.nat(), fc.nat({ max: 5 }), (links, where, what) => {
      const at = where % links.length
      const changes: ((link: Link) => Partial<Link>)[] = [
        ({ body }) => ({ body: `${body}.` }),
        ({ at: then }) => ({ at: then.add({ seconds: 1 }) }),
        ({ shown }) => ({ shown: !shown }),
        ({ field }) => ({ field: field ? null : 'body.letter' }),
        () => ({ amendedBy: randomUUID() }),
        () => ({ zone: 'Asia/Tokyo' }),
      ]
      const changed = links.map((link, index) =>
        index === at ? { ...link, ...changes[what]?.(link) } : link,
      )
      expect(proofOf(note, changed, sha256).broken).toEqual({ nth: at + 1 })
      const leftOut = links.filter((_, index) => index !== at)
      if (at < links.length - 1) expect(proofOf(note, leftOut, sha256).broken).toEqual({ nth: at + 2 })
    }),
  )
})

test('additions from before there were seals are counted, not believed', () => {
  fc.assert(
    fc.property(chained, fc.nat({ max: 3 }), (links, count) => {
      const [first] = links
      if (!first) return
      const old = Array.from({ length: count }, (_, n): Link => ({ ...first, nth: n + 1, hash: null }))
      expect(proofOf(note, old, sha256)).toEqual({ broken: null, unsealed: count })
      if (count > 0) expect(proofOf(note, [...links, ...old], sha256).broken).not.toBeNull()
    }),
  )
})

const animalId = '00000000-0000-4000-8000-000000000001'
test('a field is named, read and written by one name', () => {
  const seen = noteFieldFrom(`animals.${animalId}.seen`)
  const letter = noteFieldFrom('body.letter')
  const weight = noteFieldFrom(`animals.${animalId}.weightGrams`)
  expect([seen && nameOfField(seen), letter && isReadAtHome(letter), weight && isReadAtHome(weight)]).toEqual(
    [`animals.${animalId}.seen`, true, false],
  )
  for (const none of [
    '',
    'internal',
    'body.pillars',
    'body.letter.x',
    'animals.seen',
    'animals..seen',
    'body.__proto__',
  ])
    expect(noteFieldFrom(none)).toBeNull()
  const written = {
    body: { ...emptyBody, letter: 'Dear all' },
    animals: [{ animalId, block: { ...emptyBlock, weightGrams: 4200, backOutTest: false } }],
  }
  expect([letter && textAt(written, letter), weight && textAt(written, weight)]).toEqual(['Dear all', '4200'])
  expect(weight && refuseText(weight, 'heavy')).toBe('notANumber')
  expect(weight && refuseText(weight, '4300')).toBeNull()
  const back = noteFieldFrom(`animals.${animalId}.backOutTest`)
  expect(back && [refuseText(back, 'yes'), refuseText(back, 'perhaps')]).toEqual([null, 'notAnOption'])
})

test('the difference loses no word of either text', () => {
  const words = fc.array(fc.constantFrom('ate', 'slept', 'הלכה', '😺', 'ears,', '\n', ' '), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(' '), other.join(' ')]
      const pieces = wordsApart(before, after)
      const without = (is: 'new' | 'gone') =>
        pieces.flatMap((piece) => (piece.is === is ? [] : [piece.text])).join('')
      expect([without('new'), without('gone')]).toEqual([before, after])
    }),
  )
  expect(wordsApart('She ate slowly.', 'She ate at once.')).toContainEqual({ text: 'slowly', is: 'gone' })
})
