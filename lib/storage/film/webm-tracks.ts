import { element, elementsIn, unsigned } from './elements'
import { broken, NotAFilm } from './film'

const id = { tracks: 0x1654ae6b, entry: 0xae, number: 0xd7, type: 0x83, codec: 0x86 }
const inside = { video: 0xe0, audio: 0xe1, width: 0xb0, height: 0xba }
/** Number, UID, type, codec and its data, lacing, delays: what a decoder needs. Names and languages are not. */
const kept = [id.number, 0x73c5, id.type, id.codec, 0x63a2, 0x9c, 0x23e383, 0x56aa, 0x56bb]
const keptInside = [
  ...[inside.width, inside.height, 0x54b0, 0x54ba, 0x54b2, 0x55b0, 0x9a],
  ...[0xb5, 0x78b5, 0x9f, 0x6264],
]
const codecs = ['V_VP8', 'V_VP9', 'V_AV1', 'A_OPUS', 'A_VORBIS']

export type WebmTracks = { numbers: number[]; width: number; height: number; written: Buffer }

/** The tracks of picture and sound, without names. A film without a picture that browsers play is refused. */
export function tracksFrom(bytes: Buffer): WebmTracks {
  const entries = elementsIn(bytes).filter((one) => one.id === id.entry)
  const tracks = entries.flatMap(({ body }) => trackFrom(body) ?? [])
  const picture = tracks.find(({ type }) => type === 1)
  if (!picture) throw new NotAFilm('filmKind')
  return {
    numbers: tracks.map(({ number }) => number),
    ...{ width: picture.width, height: picture.height },
    written: element(id.tracks, ...tracks.map(({ written }) => written)),
  }
}

function trackFrom(body: Buffer) {
  const parts = elementsIn(body)
  const find = (which: number) => parts.find((one) => one.id === which)?.body
  const [type, number] = [
    unsigned(find(id.type) ?? Buffer.alloc(0)),
    unsigned(find(id.number) ?? Buffer.alloc(0)),
  ]
  const codec = find(id.codec)?.toString('latin1') ?? ''
  if ((type !== 1 && type !== 2) || !codecs.includes(codec)) return null
  const about = elementsIn(find(type === 1 ? inside.video : inside.audio) ?? Buffer.alloc(0))
  const measure = (which: number) => unsigned(about.find((one) => one.id === which)?.body ?? Buffer.alloc(0))
  const [width, height] = [measure(inside.width), measure(inside.height)]
  if (number === 0 || (type === 1 && (width === 0 || height === 0 || width > 16_384 || height > 16_384)))
    throw broken()
  const written = element(
    id.entry,
    ...parts.filter((one) => kept.includes(one.id)).map((one) => element(one.id, one.body)),
    element(
      type === 1 ? inside.video : inside.audio,
      ...about.filter((one) => keptInside.includes(one.id)).map((one) => element(one.id, one.body)),
    ),
  )
  return { type, number, width, height, written }
}
