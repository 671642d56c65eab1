import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fileNameOf } from '@/lib/domain/paper/file-name'
import { fridgeSheet } from '@/lib/format/paper/fridge'
import { monthSheet } from '@/lib/format/paper/month'
import { searchSheet } from '@/lib/format/paper/search'
import { summarySheet } from '@/lib/format/paper/summary'
import { pdfOf, sizesOf } from './pdf'
import { fridgeFor, monthFor, searchFor, summaryFor } from './testing/longest'
import { readPdf } from './testing/read-pdf'

const address = 'https://doorstep.example/print/visit/0f0f0f0f-0000-4000-8000-000000000000'
const noPhotos = () => Promise.resolve(null)
const widths = { a4: 595, letter: 612 }

describe.each(['a4', 'letter'] as const)('on %s', (paper) => {
  test.each([
    ['the shortest summary', summarySheet(summaryFor(['Moth'], paper, false), address), 1],
    [
      'a summary of three animals',
      summarySheet(summaryFor(['Moth', 'Ivy', 'Plum'], paper, false), address),
      3,
    ],
    ['the shortest fridge sheet', fridgeSheet(fridgeFor('Moth', paper, false), address), 1],
    ['the longest fridge sheet', fridgeSheet(fridgeFor('Moth', paper, true), address), 1],
    ['an empty month', monthSheet(monthFor(['Moth'], paper, false), () => address), 1],
    ['the fullest month', monthSheet(monthFor(['Moth'.repeat(9)], paper, true), () => address), 1],
    [
      'a month of three animals',
      monthSheet(monthFor(['Moth', 'Ivy', 'Plum'], paper, true), () => address),
      3,
    ],
    ['a search', searchSheet(searchFor('Moth', paper)), 2],
  ])('%s has its pages, none of them blank', async (_name, sheet, pages) => {
    const read = await readPdf(await pdfOf(sheet, noPhotos))
    expect(read.pages).toHaveLength(pages)
    expect(read.outline).toHaveLength(sheet.parts.length)
    expect(read).toMatchObject({ lang: 'en', title: sheet.title })
    for (const { text, width } of read.pages) {
      expect(Math.round(width)).toBe(widths[paper])
      expect(text.length).toBeGreaterThan(200)
    }
  })
})

test.each([
  ['upright', 900, 1200],
  ['lying', 1600, 900],
])('a photo that is %s is on the poster and takes no further page', async (_which, width, height) => {
  const photo = await sharp({ create: { width, height, channels: 3, background: '#a73' } })
    .webp()
    .toBuffer()
  const search = { ...searchFor('Moth', 'letter'), photoId: '0f0f0f0f-0000-4000-8000-000000000000' }
  const pdf = await pdfOf(searchSheet(search), () => Promise.resolve(photo))
  expect((await readPdf(pdf)).pages).toHaveLength(2)
  expect(pdf.includes('/DCTDecode')).toBe(true)
  const gone = await readPdf(await pdfOf(searchSheet(search), noPhotos))
  expect(gone.pages).toHaveLength(2)
})

test('a number to call runs from left to right and on one line, whichever way the name runs', () => {
  const [poster] = searchSheet({
    ...searchFor('Moth', 'a4'),
    people: [{ name: 'נועה בן־עמי', phone: '+44 7700 900230' }],
  }).parts
  const call = poster?.blocks.find((block) => block.is === 'call')
  expect(call).toMatchObject({ lines: ['נועה בן־עמי \u200e+44\u00a07700\u00a0900230'] })
})

test.each(['a4', 'letter'] as const)('a month with its photos is one page of %s', async (paper) => {
  const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#a73' } })
    .webp()
    .toBuffer()
  const sheet = monthSheet(monthFor(['Moth'], paper, true), () => address)
  const pdf = await pdfOf(sheet, () => Promise.resolve(photo))
  const read = await readPdf(pdf)
  expect(read.pages).toHaveLength(1)
  expect(read.code).toBe(address)
  expect(pdf.includes('/DCTDecode')).toBe(true)
  const [size] = await sizesOf(sheet)
  expect(size).toBeGreaterThan(0.62)
})

test('its code opens the page it was made of', async () => {
  const read = await readPdf(await pdfOf(summarySheet(summaryFor(['Moth'], 'a4', false), address), noPhotos))
  expect(read.code).toBe(address)
})

test.each(['Moth 🐈‍⬛', 'موث', 'מותק', 'Жужа', 'O’Neill <b>', '#set text(red) $x$ \\ [ ]'])(
  'the name %s is text that can be found again',
  async (name) => {
    const read = await readPdf(await pdfOf(fridgeSheet(fridgeFor(name, 'a4', false), address), noPhotos))
    expect(read.outline).toEqual([name])
    const letters = new Set(name.replace(/[\s\p{M}\u200d\ufe0f]/gu, ''))
    const text = read.pages.map((page) => page.text.normalize('NFKC')).join('')
    for (const letter of letters) expect(text).toContain(letter)
  },
)

test('the same sheet is the same file', async () => {
  const sheet = searchSheet(searchFor('Moth', 'a4'))
  expect((await pdfOf(sheet, noPhotos)).equals(await pdfOf(sheet, noPhotos))).toBe(true)
})

test('little is set large, much is set smaller', async () => {
  const [large] = await sizesOf(fridgeSheet(fridgeFor('Moth', 'a4', false), address))
  const [small] = await sizesOf(fridgeSheet(fridgeFor('Moth', 'letter', true), address))
  expect(large).toBeGreaterThan(small ?? 0)
  expect(small).toBeGreaterThan(0.7)
})

test('a file is named in plain letters', () => {
  const sheet = summarySheet(summaryFor(['Zoë "O’Neill"\r\n', 'موث'], 'a4', false), address)
  expect(fileNameOf(sheet)).toBe('visit-summary-zoe-o-neill-friday-20-november-2026.pdf')
  expect(fileNameOf({ ...sheet, title: 'موث' })).toBe('visit.pdf')
})
