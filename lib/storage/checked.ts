import { mostFilmBytes, mostPictureBytes, type PhotoFormat } from '@/lib/domain/photo/photo'
import { contentOfFilm, NotAFilm, type FilmRefusal } from './film/film'
import { mp4From } from './film/mp4'
import { webmFrom } from './film/webm'
import { isFilm, kindOf } from './picture-kind'
import { pictureFrom, type PictureRefusal } from './picture'
import type { Source } from './source'
import { contentOf, type Content } from './storage'

/** What passed: written anew, with its small copy where it is a picture. */
export type Checked = {
  format: PhotoFormat
  width: number
  height: number
  durationMs: number | null
  content: Content
  small: Content | null
}
/** Keys of `photo.refusal` in the catalogue. */
export type CheckRefusal = PictureRefusal | FilmRefusal | 'filmTooBig'

/** How large a file may be, told from its first bytes. */
export const mostOf = (head: Uint8Array): number => (isFilm(kindOf(head)) ? mostFilmBytes : mostPictureBytes)

/**
 * A picture or film as it may be kept, or why not. A picture is decoded and written anew; of a film, the
 * container. Never throws for what a file contains.
 */
export async function checked(source: Source): Promise<Checked | CheckRefusal> {
  const kind = kindOf(await source.read(0, 16))
  if (isFilm(kind)) return checkedFilm(source, kind)
  if (source.size > mostPictureBytes) return 'tooBig'
  const picture = await pictureFrom(await source.read(0, source.size))
  if (typeof picture === 'string') return picture
  const { bytes, small, width, height } = picture
  const copies = { content: contentOf(bytes), small: contentOf(small) }
  return { format: 'webp', width, height, durationMs: null, ...copies }
}

async function checkedFilm(source: Source, kind: 'mp4' | 'webm'): Promise<Checked | CheckRefusal> {
  if (source.size > mostFilmBytes) return 'filmTooBig'
  try {
    const film = await (kind === 'mp4' ? mp4From(source) : webmFrom(source))
    const { format, width, height, durationMs } = film
    return { format, width, height, durationMs, content: await contentOfFilm(source, film), small: null }
  } catch (error) {
    if (error instanceof NotAFilm) return error.refusal
    // A table that ends before it says so: read past the end of its own bytes.
    if (error instanceof RangeError) return 'filmBroken'
    throw error
  }
}
