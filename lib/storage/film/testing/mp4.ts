import { box, words } from '../boxes'

type Wishes = {
  seconds?: number
  codec?: string
  brand?: string
  /** Beside picture and sound, a track of positions as action cameras write it. */
  positions?: boolean
  /** Held upright: the picture lies on its side and the head of the track says so. */
  upright?: boolean
  /** The index stands behind the data, as cameras write it, or before. */
  indexLast?: boolean
  wide?: boolean
}

/** What a phone tells beside the picture; nothing of it may be kept. */
export const secrets = ['+55.9533-003.1883/', 'TellTale', 'Kiln Row 9', 'GPSTRACK', 'com.apple.quicktime']

const when = 3_900_000_000

/** A film as a phone would store it, of data that no decoder has to understand. */
export function mp4Of(wishes: Wishes = {}): Buffer {
  const { seconds = 4, codec = 'avc1', brand = 'isom', positions = true, indexLast = true } = wishes
  const perSecond = 10
  const count = Math.max(1, Math.round(seconds * perSecond))
  const kinds = ['vide', 'soun', ...(positions ? ['meta'] : [])]
  const samples = kinds.map((kind) =>
    Array.from({ length: count }, (_, at) =>
      Buffer.from(kind === 'meta' ? `GPSTRACK${at};` : `${kind}-sample-${at};`),
    ),
  )
  const head = box('ftyp', Buffer.from(brand), words(512), Buffer.from(`${brand}mp42`))
  // One chunk a sample, one after another, with something hidden between.
  const gap = Buffer.from('TellTale')
  const laid: { track: number; bytes: Buffer }[] = []
  for (let at = 0; at < count; at++)
    kinds.forEach((_, track) => laid.push({ track, bytes: samples[track]?.[at] ?? gap }))
  const data = Buffer.concat(laid.flatMap(({ bytes }) => [bytes, gap]))
  const index = (start: number) => {
    const offsets = kinds.map((): number[] => [])
    let at = start
    for (const { track, bytes } of laid) {
      offsets[track]?.push(at)
      at += bytes.length + gap.length
    }
    const traks = kinds.map((kind, track) =>
      trak(kind, codec, samples[track] ?? [], offsets[track] ?? [], { perSecond, ...wishes }),
    )
    const mvhd = box('mvhd', words(0, when, when, 600, seconds * 600, 0x10000), Buffer.alloc(76))
    return box('moov', mvhd, ...traks, told(), box('meta', words(0), Buffer.from('com.apple.quicktime')))
  }
  const mdat = box('mdat', data)
  if (indexLast) return Buffer.concat([head, mdat, index(head.length + 8), box('free', gap)])
  const length = index(0).length
  return Buffer.concat([head, index(head.length + length + 8), mdat, box('uuid', Buffer.from('Kiln Row 9'))])
}

const told = () =>
  box('udta', box('©xyz', Buffer.from('+55.9533-003.1883/')), box('©mak', Buffer.from('TellTale Kiln Row 9')))

function trak(
  kind: string,
  codec: string,
  samples: readonly Buffer[],
  offsets: readonly number[],
  { perSecond, upright, wide }: Wishes & { perSecond: number },
): Buffer {
  const matrix = upright ? [0, 0x10000, 0, 0xffff0000, 0, 0] : [0x10000, 0, 0, 0, 0x10000, 0]
  const tkhd = box(
    'tkhd',
    words(
      7,
      when,
      when,
      1,
      0,
      600,
      0,
      0,
      0,
      0,
      ...matrix.slice(0, 6),
      0,
      0,
      0x40000000,
      640 << 16,
      360 << 16,
    ),
  )
  const entry =
    kind === 'vide'
      ? box(
          codec,
          words(0, 1, 0, 0, 0, 0),
          sized(640, 360),
          Buffer.alloc(14),
          Buffer.from('TellTale camera'.padEnd(32)),
          Buffer.alloc(4),
          box('avcC', words(1)),
          box('name', Buffer.from('Kiln Row 9')),
        )
      : kind === 'soun'
        ? box(
            'mp4a',
            words(0, 1, 0, 0),
            Buffer.alloc(12),
            box('esds', words(0)),
            box('name', Buffer.from('TellTale')),
          )
        : box('gpmd', words(0, 1))
  const stco = wide
    ? box('co64', words(0, offsets.length, ...offsets.flatMap((at) => [0, at])))
    : box('stco', words(0, offsets.length, ...offsets))
  const table = box(
    'stbl',
    box('stsd', words(0, 1), entry),
    box('stts', words(0, 1, samples.length, 600 / perSecond)),
    box('stsc', words(0, 1, 1, 1, 1)),
    box('stsz', words(0, 0, samples.length, ...samples.map(({ length }) => length))),
    stco,
    box('uuid', Buffer.from('Kiln Row 9')),
  )
  const mdia = box(
    'mdia',
    box('mdhd', words(0, when, when, 600, samples.length * 60, 0)),
    box('hdlr', words(0, 0), Buffer.from(kind), Buffer.alloc(12), Buffer.from('TellTale handler\0')),
    box('minf', table),
  )
  return box('trak', tkhd, box('edts', box('elst', words(0, 1, 600, 0, 0x10000))), mdia, told())
}

function sized(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16BE(width)
  bytes.writeUInt16BE(height, 2)
  return bytes
}
