import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checked, type Checked } from '../checked'
import { sourceOf } from '../source'
import { boxesIn, the } from './boxes'
import { mp4Of, secrets } from './testing/mp4'
import { webmOf } from './testing/webm'

const kept = async (given: Uint8Array): Promise<Checked & { bytes: Buffer }> => {
  const film = await checked(sourceOf(given))
  if (typeof film === 'string') throw new Error(`refused: ${film}`)
  return { ...film, bytes: await bytesOf(film) }
}
async function bytesOf({ content }: Checked): Promise<Buffer> {
  const parts = []
  for await (const part of content.read()) parts.push(part)
  const bytes = Buffer.concat(parts)
  expect(bytes.length).toBe(content.size)
  return bytes
}

describe('a film that is kept', () => {
  test.each([
    ['MP4', mp4Of(), 'mp4'],
    ['MP4 with its index first', mp4Of({ indexLast: false }), 'mp4'],
    ['MP4 with places of eight bytes', mp4Of({ wide: true }), 'mp4'],
    ['MOV', mp4Of({ brand: 'qt  ' }), 'mp4'],
    ['WebM', webmOf(), 'webm'],
    ['WebM that was written live', webmOf({ live: true }), 'webm'],
    ['WebM of groups', webmOf({ groups: true }), 'webm'],
  ])('comes from %s and tells nothing but itself', async (_name, given, format) => {
    expect(secrets.every((mark) => given.includes(mark) || !/TellTale|Kiln|GPS/.test(mark))).toBe(true)
    const film = await kept(given)
    expect(film).toMatchObject({ format, width: 640, height: 360, small: null })
    expect(film.durationMs).toBeGreaterThan(3_400)
    expect(film.durationMs).toBeLessThan(4_100)
    for (const mark of secrets) expect(film.bytes.includes(mark), mark).toBe(false)
    const samples = format === 'mp4' ? ['vide-sample-39;', 'soun-sample-0;'] : ['sample-of-1', 'sample-of-2']
    for (const sample of samples) expect(film.bytes.includes(sample), sample).toBe(true)
    const again = await kept(film.bytes)
    expect(again.bytes.equals(film.bytes)).toBe(true)
  })

  test('has every sample where its index says', async () => {
    for (const given of [mp4Of(), mp4Of({ indexLast: false, wide: true })]) {
      const { bytes } = await kept(given)
      const [, ...tracks] = boxesIn(the(boxesIn(bytes), 'moov'))
      tracks.forEach(({ body }, track) => {
        const media = boxesIn(the(boxesIn(body), 'mdia'))
        const places = the(boxesIn(the(boxesIn(the(media, 'minf')), 'stbl')), 'stco')
        for (const at of [0, 1, 39]) {
          const said = `${track === 0 ? 'vide' : 'soun'}-sample-${at};`
          expect(bytes.toString('latin1', places.readUInt32BE(8 + at * 4)).startsWith(said), said).toBe(true)
        }
      })
    }
  })

  test('stands as it was held', async () => {
    expect(await kept(mp4Of({ upright: true }))).toMatchObject({ width: 360, height: 640 })
  })

  test('says nothing of when: no year, no second', async () => {
    const when = Buffer.alloc(4)
    when.writeUInt32BE(3_900_000_000)
    expect(mp4Of().includes(when)).toBe(true)
    expect((await kept(mp4Of())).bytes.includes(when)).toBe(false)
  })

  test('leaves behind what was put after its end', async () => {
    for (const more of ['PK\x03\x04secret PK\x05\x06', '<html><script>steal()</script>', '%PDF-1.4'])
      expect((await kept(Buffer.concat([mp4Of(), Buffer.from(more)]))).bytes.includes(more)).toBe(false)
  })
})

describe('a film that is refused', () => {
  const cut = (whole: Buffer, share: number) => whole.subarray(0, Math.floor(whole.length * share))
  const patched = (whole: Buffer, mark: string, skip: number, value: number) => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32BE(value, bytes.indexOf(mark) + skip)
    return bytes
  }
  test.each<[string, Uint8Array, string]>([
    ['of half a minute and more', mp4Of({ seconds: 32 }), 'filmTooLong'],
    ['of an hour', webmOf({ seconds: 60 }), 'filmTooLong'],
    ['that no browser plays', mp4Of({ codec: 'XVID' }), 'filmKind'],
    ['of Matroska', webmOf({ docType: 'matroska' }), 'filmKind'],
    ['of WebM with another coder', webmOf({ codec: 'V_MPEG4/ISO/AVC' }), 'filmKind'],
    ['in fragments', Buffer.concat([mp4Of(), Buffer.from('\0\0\0\x08moof')]), 'filmKind'],
    ['that only begins as MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0mif1heic'), 'filmBroken'],
    ['that only begins as WebM', Buffer.from('1a45dfa3a3', 'hex'), 'filmBroken'],
    ['without its index', cut(mp4Of(), 0.5), 'filmBroken'],
    ['without its data', cut(mp4Of({ indexLast: false }), 0.8), 'filmBroken'],
    ['of half a WebM', cut(webmOf(), 0.6), 'filmBroken'],
    ['with four thousand million samples', patched(mp4Of(), 'stsz', 12, 0xffffffff), 'filmBroken'],
    ['with four thousand million places', patched(mp4Of(), 'stco', 8, 0xffffffff), 'filmBroken'],
    ['with one sample as large as the file', patched(mp4Of(), 'stsz', 8, 1 << 30), 'filmBroken'],
    ['whose index leads out of it', patched(mp4Of(), 'stco', 12, 0x7fffffff), 'filmBroken'],
    ['that reads one stretch twice', patched(mp4Of(), 'stco', 16, 40), 'filmBroken'],
    ['of no size', patched(mp4Of(), 'mdhd', 16, 0), 'filmBroken'],
  ])('%s', async (_name, given, reason) => {
    expect(await checked(sourceOf(given))).toBe(reason)
  })

  test('never throws, whatever the bytes; what passes passes again and tells nothing', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          mp4Of({ seconds: 1 }),
          webmOf({ seconds: 1 }),
          webmOf({ seconds: 1, live: true, groups: true }),
        ),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.nat(),
        async (whole, flips, end) => {
          const bytes = Buffer.from(end % 3 === 0 ? whole.subarray(0, end % whole.length) : whole)
          for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value
          const film = await checked(sourceOf(bytes))
          if (typeof film === 'string') return
          expect(film.content.size).toBeLessThanOrEqual(bytes.length + 1024)
          const again = await checked(sourceOf(await bytesOf(film)))
          expect(typeof again).not.toBe('string')
        },
      ),
      { numRuns: 1500 },
    ))
})
