import { describe, expect, it } from 'vitest'
import { consentsHolding } from './consents'
import { heardFromKept, heardFromShown } from './heard-from'
import { clientSchema, newClientSchema } from './schema'
import { searchPatterns } from './search'

describe('a search', () => {
  it('escapes what ILIKE would read as a pattern', () => {
    expect(searchPatterns('100% o_o \\')).toEqual(['%100\\%%', '%o\\_o%', '% \\\\%'])
  })
  it('asks for the longest word first and for beginnings where a word is short', () => {
    expect(searchPatterns('  mo Kiln Row ')).toEqual(['%Kiln%', '%Row%', '% mo%'])
  })
  it('finds a telephone number however it is grouped', () => {
    expect(searchPatterns('+43 (664) 123-456')).toEqual(['%43664123456%'])
    expect(searchPatterns('0664/123456')).toEqual(['%664123456%'])
  })
  it('leaves short numbers to house numbers and postcodes', () =>
    expect(searchPatterns('12 9')).toHaveLength(2))
  it('looks for nothing where nothing was typed', () => expect(searchPatterns('  ')).toEqual([]))
})

describe('how they heard of us', () => {
  it.each([
    ['vet', '', 'vet'],
    ['other', 'the baker', 'the baker'],
    ['other', '', 'other'],
    [undefined, 'ignored', null],
  ] as const)('%s with "%s" is kept as %s', (choice, words, kept) =>
    expect(heardFromKept(choice, words)).toBe(kept),
  )
  it('comes back as it was chosen', () => {
    expect(heardFromShown('the baker')).toEqual({ choice: 'other', words: 'the baker' })
    expect(heardFromShown('vet')).toEqual({ choice: 'vet', words: '' })
    expect(heardFromShown(null)).toEqual({ choice: '', words: '' })
  })
})

describe('consents', () => {
  const record = (givenOn: string, given: boolean) => ({ kind: 'photos' as const, givenOn, given })
  it('hold by their day, not by when they were written down', () => {
    const holding = consentsHolding([record('2026-05-10', false), record('2026-05-01', true)])
    expect(holding.get('photos')?.given).toBe(false)
    expect(holding.has('recording')).toBe(false)
  })
  it('of one day, the later one holds', () => {
    const holding = consentsHolding([record('2026-05-10', true), record('2026-05-10', false)])
    expect(holding.get('photos')?.given).toBe(false)
  })
})

describe('the form of a household', () => {
  const least = { zone: 'Europe/Vienna', person: { name: 'Lena' } }
  it('needs the name of one person', () => {
    expect(newClientSchema.safeParse(least).success).toBe(true)
    const missing = newClientSchema.safeParse({ ...least, person: { name: '  ' } })
    expect(missing.error?.issues[0]?.path).toEqual(['person', 'name'])
  })
  it('takes an address of 200 characters and names of every script', () => {
    const street = `${'Großer Łąkowa-Weg '.repeat(11)}`.slice(0, 200).trim()
    const parsed = newClientSchema.parse({ ...least, name: 'משפחת לוי 🐈', street })
    expect(parsed).toMatchObject({ name: 'משפחת לוי 🐈', street })
  })
  it('refuses a zone nobody knows and half a coordinate', () => {
    const parsed = newClientSchema.safeParse({ ...least, zone: 'Europe/Narnia', coordinates: '47.07' })
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(['notAPlace', 'notAZone'])
  })
  it('needs a name of its own once it exists', () => {
    const id = '7d1f0a44-6c55-4f38-9d5c-0f6f2f1e7a01'
    expect(clientSchema.safeParse({ id, version: '1', name: ' ', zone: 'UTC' }).success).toBe(false)
  })
})
