import type { Source } from '../source'
import { broken } from './film'

/** One element of a WebM file: what it is, where its body is, and where the next one begins. */
export type Element = { id: number; start: number; at: number; length: number }

/** Written by a camera that did not know yet how long it would go on. */
export const unknown = -1

/** The element that begins at a place; null at the end of the file. */
export async function elementAt(source: Source, start: number): Promise<Element | null> {
  if (start >= source.size) return null
  const bytes = await source.read(start, 12)
  const id = numberIn(bytes, 0, 4, true)
  const size = numberIn(bytes, id.length, 8, false)
  const at = start + id.length + size.length
  const isUnknown = size.value === 2 ** (7 * size.length) - 1
  if (!isUnknown && at + size.value > source.size) throw broken()
  return { id: id.value, start, at, length: isUnknown ? unknown : size.value }
}

/** The elements of a stretch of memory. */
export function elementsIn(bytes: Buffer): { id: number; body: Buffer }[] {
  const elements = []
  for (let at = 0; at < bytes.length;) {
    const id = numberIn(bytes, at, 4, true)
    const size = numberIn(bytes, at + id.length, 8, false)
    const from = at + id.length + size.length
    if (from + size.value > bytes.length) throw broken()
    elements.push({ id: id.value, body: bytes.subarray(from, from + size.value) })
    at = from + size.value
  }
  return elements
}

/** A number that says in its first byte how long it is; an id keeps that mark. */
export function numberIn(bytes: Buffer, at: number, longest: number, keepMark: boolean) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > longest || at + length > bytes.length) throw broken()
  let value = keepMark ? first : first & (0xff >> length)
  for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0)
  return { value, length }
}

/** An unsigned number as wide as its body. */
export function unsigned(body: Buffer): number {
  if (body.length > 8) throw broken()
  let value = 0
  for (const byte of body) value = value * 256 + byte
  return value
}

/** The head of an element of ours: its id, and its length in eight bytes. */
export function head(id: number, length: number): Buffer {
  const text = id.toString(16)
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(length) | (1n << 56n))
  return Buffer.concat([Buffer.from(text, 'hex'), size])
}

export const element = (id: number, ...bodies: Uint8Array[]): Buffer => {
  const body = Buffer.concat(bodies)
  return Buffer.concat([head(id, body.length), body])
}
