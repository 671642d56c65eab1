import { createHash } from 'node:crypto'
import type { PhotoFormat } from '@/lib/domain/photo/photo'
import { stretch, type Source } from '../source'
import type { Content } from '../storage'

/** What is written: bytes of ours, or a stretch of what arrived. */
export type Piece = Buffer | { at: number; length: number }

export type Film = {
  format: Exclude<PhotoFormat, 'webp'>
  /** As it is shown: turned the way the camera was held. */
  width: number
  height: number
  durationMs: number
  pieces: Piece[]
}
/** Keys of `photo.refusal` in the catalogue. */
export type FilmRefusal = 'filmTooLong' | 'filmKind' | 'filmBroken'

/** Why a film is not kept, thrown from the depth of its boxes and caught where it came in. */
export class NotAFilm extends Error {
  constructor(readonly refusal: FilmRefusal) {
    super(refusal)
  }
}
export const broken = () => new NotAFilm('filmBroken')

export const lengthOf = (piece: Piece): number => piece.length

/** A film as it is kept, read from what arrived while it is written: never whole in memory. */
export async function contentOfFilm(source: Source, { pieces }: Film): Promise<Content> {
  const read = async function* () {
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) yield piece
      else yield* stretch(source, piece.at, piece.length)
    }
  }
  const sum = createHash('sha256')
  let size = 0
  for await (const part of read()) {
    sum.update(part)
    size += part.length
  }
  return { size, sha256: sum.digest('hex'), read }
}
