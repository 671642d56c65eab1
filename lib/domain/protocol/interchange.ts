import type { Refusal } from './across'
import { protocolSchema, type Protocol } from './protocol'

/** A protocol as text is never longer than this, in bytes: ten times the library's. Ours. */
export const protocolBytes = 200_000

/**
 * A protocol as the text that is exported: JSON whose fields stand in the order of the schema, so that the same
 * protocol is the same text, and `readProtocol` makes the same protocol of it again.
 */
export const exportText = (protocol: Protocol): string =>
  `${JSON.stringify(protocolSchema.parse(protocol), null, 2)}\n`

/** A protocol from exported text, or everything that is wrong with it. The size is looked at before anything. */
export function readProtocol(
  text: string,
): { ok: true; protocol: Protocol } | { ok: false; refusals: readonly Refusal[] } {
  if (isTooLong(text)) return { ok: false, refusals: [{ path: [], message: 'tooManyBytes' }] }
  const value = parsed(text)
  if (value === undefined) return { ok: false, refusals: [{ path: [], message: 'notJson' }] }
  const refusals = refusalsOf(value)
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, protocol: protocolSchema.parse(value) }
}

/** Everything that keeps a value from being a protocol; empty where it is one. */
export function refusalsOf(value: unknown): readonly Refusal[] {
  const read = protocolSchema.safeParse(value)
  if (read.success) {
    return isTooLong(exportText(read.data)) ? [{ path: [], message: 'tooManyBytes' }] : []
  }
  return read.error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key], message: 'unknownKey' }))
      : [{ path, message: issue.message }]
  })
}

/** A path the way people read it: `stages[3].targetSec`. */
export const pathText = (path: Refusal['path']): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    '',
  )

/** Characters first: bytes are counted only where they could still be few enough. */
const isTooLong = (text: string): boolean =>
  text.length > protocolBytes || new TextEncoder().encode(text).length > protocolBytes

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
