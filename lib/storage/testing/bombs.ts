import sharp from 'sharp'
import { box, words } from '../film/boxes'
import { mp4Of } from '../film/testing/mp4'
import { webmOf } from '../film/testing/webm'
import type { Hostile } from './hostile'

const text = (said: string) => Buffer.from(said, 'latin1')
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a73' } })

/** Small files that would unfold, loop or claim without end. */
export async function bombs(jpeg: Buffer): Promise<Hostile[]> {
  const claims = (bytes: Buffer, at: number, width: number, height: number, wide: boolean) => {
    const made = Buffer.from(bytes)
    if (wide) words(width, height).copy(made, at)
    else {
      made.writeUInt16BE(height, at)
      made.writeUInt16BE(width, at + 2)
    }
    return made
  }
  const png = await plain(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer()
  const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex')) + 5
  const nested = (depth: number): Buffer => {
    let made = box('moov', words(0))
    for (let at = 0; at < depth; at++) made = box('moov', made)
    return made
  }
  const mp4 = mp4Of()
  const patched = (mark: string, skip: number, value: number) => {
    const bytes = Buffer.from(mp4)
    bytes.writeUInt32BE(value >>> 0, bytes.indexOf(mark) + skip)
    return bytes
  }
  const bomb = (what: string, name: string, bytes: Buffer, must: 'keep' | 'refuse' = 'refuse'): Hostile => ({
    ...{ what, name, bytes, must },
  })
  const ftyp = box('ftyp', text('isom'), words(0))
  return [
    bomb('png of 256 megapixels', 'bomb.png', png),
    bomb(
      'png that claims four thousand million rows',
      'claim.png',
      claims(png, 16, 0x7fffffff, 0x7fffffff, true),
    ),
    bomb('jpeg that claims 65,535 pixels a side', 'claim.jpg', claims(jpeg, frame, 65_535, 65_535, false)),
    bomb('a picture of 13 MB', 'large.jpg', Buffer.concat([jpeg, Buffer.alloc(13 * 1024 * 1024)])),
    bomb('webp of 300 pictures', 'film.webp', await animated(300), 'keep'),
    bomb('boxes in boxes, 20,000 deep', 'deep.mp4', Buffer.concat([ftyp, nested(20_000)])),
    bomb(
      '100,000 empty boxes',
      'wide.mp4',
      Buffer.concat([ftyp, Buffer.concat(Array(100_000).fill(box('free')))]),
    ),
    bomb('an index of 5 MB', 'index.mp4', Buffer.concat([ftyp, box('moov', Buffer.alloc(5 * 1024 * 1024))])),
    bomb('samples without end', 'samples.mp4', patched('stsz', 12, 0xffffffff)),
    bomb('samples of a gigabyte', 'sample.mp4', patched('stsz', 8, 1 << 30)),
    bomb('places without end', 'places.mp4', patched('stco', 8, 0xffffffff)),
    bomb('a length of four gigabytes', 'box.mp4', patched('mdat', -4, 0xffffffff)),
    bomb('a century', 'long.mp4', patched('stts', 16, 0xffffffff)),
    bomb('webm of an hour', 'hour.webm', webmOf({ seconds: 3600 })),
  ]
}

async function animated(pages: number): Promise<Buffer> {
  const height = 40
  const raw = Buffer.from(Array.from({ length: 40 * height * pages * 3 }, (_, at) => (at * 31) % 255))
  return sharp(raw, { raw: { width: 40, height: height * pages, channels: 3, pageHeight: height } })
    .webp({ loop: 0 })
    .toBuffer()
}
