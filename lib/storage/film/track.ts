import { box, boxesIn, the, words, type Box } from './boxes'
import { broken, NotAFilm } from './film'
import { chunksOf, ticksOf, type Chunk } from './samples'

export type Track = {
  kind: 'vide' | 'soun'
  width: number
  height: number
  seconds: number
  chunks: Chunk[]
  /** The track as it is written, its chunks standing at these places. */
  written: (places: readonly number[]) => Buffer
}

/** What browsers play. Others are refused for pictures and left out for sound. */
const pictures = ['avc1', 'avc3', 'hvc1', 'hev1', 'av01', 'vp09', 'vp08', 'mp4v', 'dvh1', 'dvhe']
const sounds = ['mp4a', 'Opus', 'ac-3', 'ec-3', 'alac', 'fLaC']
/** What a decoder needs beside the codec's name; anything else in its place could be a message. */
const details = [
  ...['avcC', 'hvcC', 'av1C', 'vpcC', 'esds', 'dvcC', 'dvvC', 'colr', 'pasp', 'clap', 'fiel', 'btrt'],
  ...['dOps', 'dac3', 'dec3', 'alac', 'dfLa', 'wave', 'chan'],
]
const kept = ['stts', 'ctts', 'stss', 'stsc', 'stsz', 'cslg', 'sdtp', 'sgpd', 'sbgp']

/** A track of picture or sound, without names, times and whatever else is told about it; null for any other. */
export function trackFrom(trak: Buffer): Track | null {
  const boxes = boxesIn(trak)
  const media = boxesIn(the(boxes, 'mdia'))
  const kind = kindOf(the(media, 'hdlr'))
  if (kind === null) return null
  const table = boxesIn(the(boxesIn(the(media, 'minf')), 'stbl'))
  const entry = entryFrom(the(table, 'stsd'), kind)
  if (!entry) return null
  const head = timeless(the(boxes, 'tkhd'), 80)
  const told = timeless(the(media, 'mdhd'), 20)
  const scale = told.readUInt32BE(told[0] === 1 ? 20 : 12)
  if (scale === 0) throw broken()
  const edits = boxesIn(boxes.find(({ type }) => type === 'edts')?.body ?? Buffer.alloc(0))
  const list = edits.filter(({ type }) => type === 'elst').map(({ body }) => box('edts', box('elst', body)))
  const written = (places: readonly number[]) =>
    box(
      'trak',
      box('tkhd', head),
      ...list,
      box(
        'mdia',
        box('mdhd', told),
        box('hdlr', words(0, 0), Buffer.from(kind), Buffer.alloc(13)),
        box(
          'minf',
          kind === 'vide' ? box('vmhd', words(1, 0, 0)) : box('smhd', words(0, 0)),
          box('dinf', box('dref', words(0, 1), box('url ', words(1)))),
          box(
            'stbl',
            box('stsd', words(0, 1), entry),
            ...table.filter(({ type }) => kept.includes(type)).map(({ type, body }) => box(type, body)),
            box('stco', words(0, places.length, ...places)),
          ),
        ),
      ),
    )
  const size = kind === 'vide' ? sizeOf(entry, head) : { width: 0, height: 0 }
  return { kind, ...size, seconds: ticksOf(table) / scale, chunks: chunksOf(table), written }
}

function kindOf(hdlr: Buffer): Track['kind'] | null {
  const kind = hdlr.toString('latin1', 8, 12)
  return kind === 'vide' || kind === 'soun' ? kind : null
}

/** A header without when it was made and changed. */
function timeless(head: Buffer, least: number): Buffer {
  const wide = head[0] === 1
  if (head.length < least + (wide ? 12 : 0)) throw broken()
  return Buffer.from(head).fill(0, 4, wide ? 20 : 12)
}

/** The first description of how a track is coded, down to what a decoder needs. */
function entryFrom(stsd: Buffer, kind: Track['kind']): Buffer | null {
  const [entry] = boxesIn(stsd.subarray(8))
  if (!entry) throw broken()
  const plays = (kind === 'vide' ? pictures : sounds).includes(entry.type)
  if (!plays && kind === 'vide') throw new NotAFilm('filmKind')
  if (!plays) return null
  const fixed = kind === 'vide' ? 78 : soundHead(entry.body)
  if (entry.body.length < fixed) throw broken()
  const head = Buffer.from(entry.body.subarray(0, fixed))
  head.writeUInt16BE(1, 6)
  if (kind === 'vide') head.fill(0, 42, 74) // a name for the coder: free text
  const more = boxesIn(entry.body.subarray(fixed)).filter(({ type }) => details.includes(type))
  return box(entry.type, head, ...more.map(({ type, body }: Box) => box(type, body)))
}

/** QuickTime has two longer kinds of head for sound. */
function soundHead(body: Buffer): number {
  const version = body.length < 10 ? 0 : body.readUInt16BE(8)
  return version === 1 ? 44 : version === 2 ? 64 : 28
}

/** Width and height as shown: a camera held upright is said by a turn in the head of the track. */
function sizeOf(entry: Buffer, head: Buffer): { width: number; height: number } {
  const [width, height] = [entry.readUInt16BE(8 + 24), entry.readUInt16BE(8 + 26)]
  if (width === 0 || height === 0) throw broken()
  const turn = head[0] === 1 ? 52 : 40
  const upright = head.readInt32BE(turn) === 0 && head.readInt32BE(turn + 4) !== 0
  return upright ? { width: height, height: width } : { width, height }
}
