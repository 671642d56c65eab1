import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { mostPictureBytes } from '@/lib/domain/photo/photo'
import { longestSide, pictureFrom, type Picture } from './picture'

const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 120, b: 60 } } })
/** Noise, so that a cut hits picture and not padding. */
const noise = sharp(Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7919) % 251)), {
  raw: { width: 300, height: 200, channels: 3 },
})
const jpeg = await noise.clone().jpeg().toBuffer()
const png = await noise.clone().png().toBuffer()
const webp = await noise.clone().webp().toBuffer()

const kept = async (given: Uint8Array): Promise<Picture> => {
  const picture = await pictureFrom(given)
  if (typeof picture === 'string') throw new Error(`refused: ${picture}`)
  return picture
}

describe('a photo that is kept', () => {
  test.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', webp],
  ])('comes from %s and is WebP', async (_name, given) => {
    const { bytes, width, height } = await kept(given)
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
    expect([width, height]).toEqual([300, 200])
  })

  test('carries no place, no time, no maker, no profile: nothing but pixels', async () => {
    const telling = await plain()
      .withExif({
        IFD0: { Make: 'TellTale', Copyright: 'Somebody' },
        IFD3: { GPSLatitude: '55/1 57/1 0/1', GPSLongitude: '3/1 11/1 0/1' },
      })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect(telling.includes('TellTale')).toBe(true)
    const { bytes } = await kept(telling)
    const chunks = bytes.toString('latin1')
    for (const mark of ['EXIF', 'Exif', 'XMP ', 'ICCP', 'GPS', 'TellTale', 'Somebody'])
      expect(chunks).not.toContain(mark)
    const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata()
    expect([exif, xmp, icc, iptc, orientation]).toEqual(Array(5).fill(undefined))
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright from orientation %i', async (orientation) => {
    // Red on the left half of the upright picture, stored turned as a camera would.
    const upright = await sharp({ create: { width: 64, height: 32, channels: 3, background: '#00f' } })
      .composite([
        {
          input: { create: { width: 32, height: 32, channels: 3, background: '#f00' } },
          left: 0,
          top: 0,
        },
      ])
      .png()
      .toBuffer()
    const turned = await storedAs(upright, orientation)
    expect((await sharp(turned).metadata()).orientation).toBe(orientation)
    const { bytes, width, height } = await kept(turned)
    expect([width, height]).toEqual([64, 32])
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect(data[3 * (16 * 64 + 8)]).toBeGreaterThan(200)
    expect(data[3 * (16 * 64 + 56)]).toBeLessThan(60)
  })

  test('is at most 2048 pixels a side', async () => {
    const { width, height } = await kept(await plain(5000, 2500).jpeg().toBuffer())
    expect([width, height]).toEqual([longestSide, 1024])
  })

  test('may be grey, deep, printed in four inks, transparent or with what a phone appends', async () => {
    const odd = [
      plain().greyscale().jpeg(),
      plain().toColourspace('rgb16').png(),
      plain().toColourspace('cmyk').jpeg(),
      plain().ensureAlpha(0.3).png(),
      plain().png({ palette: true }),
    ]
    for (const one of odd) await kept(await one.toBuffer())
    await kept(Buffer.concat([jpeg, Buffer.from('ftypmp42 and a short film')]))
  })
})

describe('a file that is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const head = (text: string) => Buffer.from(text, 'latin1')
  const zip = head('PK\x05\x06' + '\0'.repeat(18))
  test.each<[string, Uint8Array, string]>([
    ['of no bytes', Buffer.alloc(0), 'empty'],
    ['of one byte', Buffer.from([0xff]), 'notAPicture'],
    ['larger than 12 MB', Buffer.alloc(mostPictureBytes + 1, 0xff), 'tooBig'],
    ['that is SVG', svg, 'notAPicture'],
    ['that is a page', head('<!doctype html><script>1</script>'), 'notAPicture'],
    ['that is a GIF with a program in it', head('GIF89a/*' + '\0'.repeat(40) + '*/=1;'), 'notAPicture'],
    ['that is PDF', head('%PDF-1.7\n'), 'notAPicture'],
    ['that is TIFF', head('II*\0\x08\0\0\0'), 'notAPicture'],
    ['that is text', head('a shopping list'), 'notAPicture'],
    ['that is HEIC', head('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['that only begins as JPEG', head('\xff\xd8\xff\xe0 and then a letter'), 'broken'],
    ['that only begins as PNG', head('\x89PNG\r\n\x1a\nnothing'), 'broken'],
    ['that only begins as WebP', head('RIFF\x10\0\0\0WEBPVP8 \0\0\0\0'), 'broken'],
    ['with an archive behind it', Buffer.concat([jpeg, head('PK\x03\x04secret'), zip]), 'twoThings'],
    ['with a page behind it', Buffer.concat([png, head('<html><script>steal()</script>')]), 'twoThings'],
    ['with a document in front', Buffer.concat([jpeg.subarray(0, 20), head('%PDF-1.4'), jpeg]), 'twoThings'],
    ['with a program behind it', Buffer.concat([webp, head('<?php system(1);')]), 'twoThings'],
  ])('%s', async (_name, given, reason) => {
    expect(await pictureFrom(given)).toBe(reason)
  })

  test.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', webp],
  ])('%s that was cut short anywhere', async (_name, whole) => {
    for (const share of [0.1, 0.3, 0.5, 0.8])
      expect(await pictureFrom(whole.subarray(0, Math.floor(whole.length * share)))).toBe('broken')
  })

  test('that would unfold to 256 megapixels, from a small file', async () => {
    const bomb = await plain(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(await pictureFrom(bomb)).toBe('tooBig')
  })

  test('never throws, whatever the bytes; what passes is a picture again', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(jpeg, png, webp),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.nat(2000),
        async (whole, flips, cut) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - (cut % 400)))
          for (const [at, value] of flips) bytes[at % bytes.length] = value
          const picture = await pictureFrom(bytes)
          if (typeof picture !== 'string') expect((await sharp(picture.bytes).metadata()).format).toBe('webp')
        },
      ),
      { numRuns: 60 },
    ))
})

/** The same picture as a camera stores it that was held otherwise. */
async function storedAs(upright: Buffer, orientation: number): Promise<Buffer> {
  const one = sharp(upright)
  if (orientation === 2) one.flop()
  if (orientation === 3) one.rotate(180)
  if (orientation === 4) one.flip()
  const turned = [5, 6, 7, 8].includes(orientation)
    ? sharp(
        await sharp(upright)
          .rotate(orientation === 5 || orientation === 8 ? 90 : 270)
          .toBuffer(),
      )
    : one
  if (orientation === 5 || orientation === 7) turned.flop()
  return withOrientation(await turned.jpeg({ quality: 100 }).toBuffer(), orientation)
}

/** The smallest Exif a camera could write, right behind the start of the picture. */
function withOrientation(picture: Buffer, orientation: number): Buffer {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff)])
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([picture.subarray(0, 2), marker, exif, picture.subarray(2)])
}
