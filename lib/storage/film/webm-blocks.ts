import type { Source } from '../source'
import { elementAt, element, head, numberIn, unknown, type Element } from './elements'
import { broken, lengthOf, type Piece } from './film'

const id = { group: 0xa0, block: 0xa1, duration: 0x9b, reference: 0xfb, padding: 0x75a2 }
/** A group is one block and a few words about it. */
const mostInGroup = 16

export type Block = { track: number; time: number; pieces: Piece[] }

/** Which track a block belongs to, and when, after its cluster begins. */
export async function blockIn(source: Source, { at, length }: Element): Promise<Block> {
  if (length === unknown || length < 4) throw broken()
  const bytes = await source.read(at, 12)
  const track = numberIn(bytes, 0, 8, false)
  if (bytes.length < track.length + 2) throw broken()
  return { track: track.value, time: bytes.readInt16BE(track.length), pieces: [] }
}

/** A block with what a decoder has to know about it; anything else in the group is left behind. */
export async function groupFrom(source: Source, group: Element): Promise<Block> {
  if (group.length === unknown) throw broken()
  const end = group.at + group.length
  const pieces: Piece[] = []
  let block: Block | undefined
  let count = 0
  for (let at = group.at; at < end;) {
    const one = await elementAt(source, at)
    if (!one || one.length === unknown || one.at + one.length > end || ++count > mostInGroup) throw broken()
    if (one.id === id.block) {
      block = await blockIn(source, one)
      pieces.push(head(id.block, one.length), { at: one.at, length: one.length })
    } else if ([id.duration, id.reference, id.padding].includes(one.id) && one.length <= 8)
      pieces.push(element(one.id, await source.read(one.at, one.length)))
    at = one.at + one.length
  }
  if (!block) throw broken()
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  return { ...block, pieces: [head(id.group, length), ...pieces] }
}
