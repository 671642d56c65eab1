import type { Temporal } from 'temporal-polyfill'
import { canonical } from './canonical'

/** What is sealed of an addition to a signed note: what it says, why, of which field, who, when and by which clock. */
export type Sealed = {
  nth: number
  field: string | null
  body: string
  reason: string
  shown: boolean
  amendedBy: string
  at: Temporal.Instant
  zone: string
}
export type Link = Sealed & {
  /** Null for additions made before they were sealed. */
  hash: string | null
}

/**
 * The text an addition's seal is the SHA-256 of: itself, and the seal before it. The first one stands on the seal
 * of the note, so that none can be changed, left out or moved without the ones after it telling.
 */
export const sealedText = (
  previous: string,
  { nth, field, body, reason, shown, amendedBy, at, zone }: Sealed,
) => canonical({ previous, nth, field, body, reason, shown, amendedBy, at: at.toString(), zone })

/** What a check of a signed note finds: the first thing that is not as it was sealed, if any. */
export type Proof = {
  broken: 'note' | { nth: number } | null
  /** Additions that nobody sealed, from before there was a seal. */
  unsealed: number
}

/** Checks note and additions, in their order, against their seals. `sha256` answers in hex. */
export function proofOf(
  note: { content: string; hash: string },
  links: readonly Link[],
  sha256: (text: string) => string,
): Proof {
  const unsealed = links.findIndex(({ hash }) => hash !== null)
  const before = unsealed === -1 ? links.length : unsealed
  if (sha256(note.content) !== note.hash) return { broken: 'note', unsealed: before }
  let previous = note.hash
  for (const [index, link] of links.slice(before).entries()) {
    const asNumbered = link.nth === before + index + 1
    if (!asNumbered || sha256(sealedText(previous, link)) !== link.hash)
      return { broken: { nth: link.nth }, unsealed: before }
    previous = link.hash ?? ''
  }
  return { broken: null, unsealed: before }
}
