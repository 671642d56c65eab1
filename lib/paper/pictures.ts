import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { portraitOf } from '@/components/animal/drawing/looks'
import { coatFrom, coatsOf } from '@/lib/domain/animal/coats'
import { codesOf, photosOf, portraitsOf } from '@/lib/domain/paper/blocks'
import type { Sheet, SheetPortrait } from '@/lib/domain/paper/sheet'
import { qrPath } from '@/lib/format/paper/qr'

/** What stands on a sheet beside its words, by the name under which the template asks for it. */
export type Pictures = Map<string, { name: string; bytes: Buffer }>
export type PhotoOf = (photoId: string) => Promise<Buffer | null>

/** The longest side of a photo in pixels: in its doorway 2 cm at 300 dpi and more; in a row 6 cm; on a poster 16 cm at 220. */
const inDoorway = 360
const inRow = 720
const onPoster = 1400

/** Codes, drawings and photos of a sheet; a photo whose file is gone is its drawing. */
export async function picturesOf(sheet: Sheet, photoOf: PhotoOf): Promise<Pictures> {
  const pictures: Pictures = new Map()
  const keep = (key: string, bytes: Buffer, ending: string) => {
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.${ending}`
    pictures.set(key, { name, bytes })
  }
  for (const value of codesOf(sheet)) keep(value, codeOf(value), 'svg')
  const longest = sheet.kind === 'lost' ? onPoster : inDoorway
  for (const portrait of portraitsOf(sheet)) {
    const photo = portrait.photoId === null ? null : await photoOf(portrait.photoId)
    if (photo) keep(keyOf(portrait), await printable(photo, longest), 'jpg')
    else keep(keyOf(portrait), Buffer.from(drawingOf(portrait)), 'svg')
  }
  for (const { photoId } of photosOf(sheet)) {
    const photo = await photoOf(photoId)
    if (photo) keep(inRowKey(photoId), await printable(photo, inRow), 'jpg')
  }
  return pictures
}

/** A photo in a row is larger than the same one in its doorway. */
const inRowKey = (photoId: string): string => `${photoId} in a row`

/** The name of an animal's picture on the sheet. */
export const keyOf = ({ species, coat, photoId }: SheetPortrait): string => photoId ?? `${species} ${coat}`

const drawingOf = ({ species, coat }: SheetPortrait): string =>
  portraitOf(coatFrom(coat) ?? coatsOf[species][0] ?? 'cat_tabby_brown')

const printable = (photo: Buffer, longest: number): Promise<Buffer> =>
  sharp(photo)
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()

function codeOf(value: string): Buffer {
  const { path, size } = qrPath(value)
  const box = `-2 -2 ${size + 4} ${size + 4}`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="#fff" d="M-2-2h${size + 4}v${size + 4}h-${size + 4}z"/><path d="${path}"/></svg>`,
  )
}
