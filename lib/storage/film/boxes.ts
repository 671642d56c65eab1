import type { Source } from '../source'
import { broken } from './film'

/** One box of an MP4 or MOV file: four letters and what is in it. */
export type Box = { type: string; body: Buffer }

/** More boxes beside each other than any film of a phone has. */
const most = 1_000

/** The boxes of a stretch of memory. Up to seven bytes behind the last one are padding of old QuickTime. */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; bytes.length - at >= 8;) {
    const { size, head } = sizeOf(bytes, at)
    const length = size === 0 ? bytes.length - at : size
    // Four zero bytes end a list in QuickTime.
    if (size === 0 && bytes.readUInt32BE(at + 4) === 0) break
    if (length < head || at + length > bytes.length || boxes.length >= most) throw broken()
    boxes.push({ type: typeOf(bytes, at), body: bytes.subarray(at + head, at + length) })
    at += length
  }
  return boxes
}

export type Place = { type: string; at: number; length: number }

/**
 * Where the outermost boxes of a file are, without what is in them. What stands behind the last whole box, and
 * what is cut short, is not part of the film; an index or data that is missing then is found out by who reads it.
 */
export async function placesIn(source: Source): Promise<Place[]> {
  const places: Place[] = []
  for (let at = 0; source.size - at >= 8;) {
    const bytes = await source.read(at, 16)
    const type = typeOf(bytes, 0)
    if (!/^[\w ©-]{4}$/.test(type)) break
    const { size, head } = sizeOf(bytes, 0)
    const length = size === 0 ? source.size - at : size
    if (length < head || places.length >= most) throw broken()
    if (at + length > source.size) break
    places.push({ type, at: at + head, length: length - head })
    at += length
  }
  return places
}

const typeOf = (bytes: Buffer, at: number) => bytes.toString('latin1', at + 4, at + 8)

function sizeOf(bytes: Buffer, at: number): { size: number; head: number } {
  const size = bytes.readUInt32BE(at)
  if (size !== 1) return { size, head: 8 }
  if (bytes.length - at < 16) throw broken()
  return { size: Number(bytes.readBigUInt64BE(at + 8)), head: 16 }
}

/** A box of ours. */
export function box(type: string, ...bodies: Uint8Array[]): Buffer {
  const body = Buffer.concat(bodies)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** The first box of a kind, which has to be there. */
export function the(boxes: readonly Box[], type: string): Buffer {
  const body = boxes.find((one) => one.type === type)?.body
  if (!body) throw broken()
  return body
}

/** Whole numbers of four bytes each. */
export function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, at) => bytes.writeUInt32BE(number, at * 4))
  return bytes
}
