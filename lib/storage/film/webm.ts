import { filmGrace, mostFilmSeconds } from '@/lib/domain/photo/photo'
import type { Source } from '../source'
import { element, elementAt, elementsIn, head, unknown, unsigned, type Element } from './elements'
import { broken, lengthOf, NotAFilm, type Film, type Piece } from './film'
import { blockIn, groupFrom } from './webm-blocks'
import { tracksFrom, type WebmTracks } from './webm-tracks'

const id = {
  ...{ ebml: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, info: 0x1549a966, scale: 0x2ad7b1 },
  ...{ duration: 0x4489, muxer: 0x4d80, writer: 0x5741, tracks: 0x1654ae6b, cluster: 0x1f43b675 },
  ...{ clusterTime: 0xe7, simpleBlock: 0xa3, group: 0xa0 },
}
const mostHead = 1024 * 1024
const mostBlocks = 20_000

type Cluster = { time: number; pieces: Piece[] }

/**
 * A WebM file written anew: picture, sound and their data. Tags, attachments, chapters, names, the day it was
 * made and what it was made with are not copied. Throws NotAFilm.
 */
export async function webmFrom(source: Source): Promise<Film> {
  const opening = await elementAt(source, 0)
  if (opening?.id !== id.ebml) throw broken()
  const doc = elementsIn(await bodyOf(source, opening)).find((one) => one.id === id.docType)
  if (doc?.body.toString('latin1').replace(/\0+$/, '') !== 'webm') throw new NotAFilm('filmKind')

  let scale = 1_000_000
  let tracks: WebmTracks | undefined
  let last = 0
  let blocks = 0
  const clusters: Cluster[] = []
  for await (const one of insideOf(source, opening.at + opening.length)) {
    const cluster = clusters.at(-1)
    if (one.id === id.info) scale = scaleIn(await bodyOf(source, one))
    else if (one.id === id.tracks) tracks ??= tracksFrom(await bodyOf(source, one))
    else if (one.id === id.cluster) clusters.push({ time: 0, pieces: [] })
    else if (one.id === id.clusterTime && cluster) cluster.time = unsigned(await bodyOf(source, one))
    else if ((one.id === id.simpleBlock || one.id === id.group) && cluster && tracks) {
      if (++blocks > mostBlocks) throw broken()
      const plain = one.id === id.simpleBlock
      const block = plain ? await blockIn(source, one) : await groupFrom(source, one)
      if (!tracks.numbers.includes(block.track)) continue
      cluster.pieces.push(
        ...(plain ? [{ at: one.start, length: one.at + one.length - one.start }] : block.pieces),
      )
      last = Math.max(last, cluster.time + block.time)
    }
  }
  if (!tracks || blocks === 0) throw broken()
  const durationMs = Math.round((last * scale) / 1e6)
  if (durationMs > (mostFilmSeconds + filmGrace) * 1000) throw new NotAFilm('filmTooLong')
  const { width, height } = tracks
  return { format: 'webm', width, height, durationMs, pieces: written(scale, last, tracks, clusters) }
}

/** Every element below the file's one segment; a cluster is entered, whether it says how long it is or not. */
async function* insideOf(source: Source, start: number): AsyncGenerator<Element> {
  let at = start
  for (;;) {
    const one = await elementAt(source, at)
    if (!one) return
    if (one.id !== id.segment) yield one
    const entered = one.id === id.segment || one.id === id.cluster
    if (!entered && one.length === unknown) throw broken()
    at = entered ? one.at : one.at + one.length
  }
}

async function bodyOf(source: Source, { at, length }: Element): Promise<Buffer> {
  if (length === unknown || length > mostHead) throw broken()
  return source.read(at, length)
}

function scaleIn(info: Buffer): number {
  const said = elementsIn(info).find((one) => one.id === id.scale)
  const scale = said ? unsigned(said.body) : 1_000_000
  if (scale < 1 || scale > 1e9) throw broken()
  return scale
}

function written(scale: number, last: number, tracks: WebmTracks, clusters: readonly Cluster[]): Piece[] {
  const duration = Buffer.alloc(8)
  duration.writeDoubleBE(last)
  const us = Buffer.from('doorstep')
  const info = element(
    id.info,
    element(id.scale, number(scale)),
    element(id.duration, duration),
    element(id.muxer, us),
    element(id.writer, us),
  )
  const pieces: Piece[] = [info, tracks.written]
  for (const { time, pieces: blocks } of clusters) {
    const begins = element(id.clusterTime, number(time))
    const length = blocks.reduce((sum, piece) => sum + lengthOf(piece), begins.length)
    pieces.push(head(id.cluster, length), begins, ...blocks)
  }
  const opening = element(
    id.ebml,
    ...[0x4286, 0x42f7].map((one) => element(one, Buffer.from([1]))),
    element(0x42f2, Buffer.from([4])),
    element(0x42f3, Buffer.from([8])),
    element(id.docType, Buffer.from('webm')),
    element(0x4287, Buffer.from([4])),
    element(0x4285, Buffer.from([2])),
  )
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  return [opening, head(id.segment, length), ...pieces]
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
