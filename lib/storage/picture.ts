import sharp from 'sharp'
import { mostPictureBytes } from '@/lib/domain/photo/photo'
import { carriesMore, isFilm, kindOf } from './picture-kind'

/** At most this many pixels are decoded: 50 megapixels is the largest a phone makes today. */
const mostPixels = 50e6
/** Longest side of what is kept, in pixels. */
export const longestSide = 2048
/** Longest side of the copy that lists show. */
const smallSide = 480
const mostSeconds = 10

// One picture at a time uses one core, and only these decoders are ever reached, whatever a file claims to be.
sharp.concurrency(1)
sharp.cache(false)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

export type Picture = { bytes: Buffer; small: Buffer; width: number; height: number }
/** Keys of `photo.refusal` in the catalogue. */
export type PictureRefusal = 'empty' | 'tooBig' | 'notAPicture' | 'heic' | 'twoThings' | 'broken'

/**
 * The picture as it is kept: WebP, upright, at most 2048 pixels a side, and nothing but pixels; where and when
 * it was taken, colour profiles and whatever else a file carries are left behind. Refuses what is not one
 * whole JPEG, PNG or WebP, with the reason. Never throws for what a file contains.
 */
export async function pictureFrom(given: Uint8Array): Promise<Picture | PictureRefusal> {
  if (given.length === 0) return 'empty'
  if (given.length > mostPictureBytes) return 'tooBig'
  const kind = kindOf(given)
  if (kind === null || isFilm(kind)) return 'notAPicture'
  if (kind === 'heic') return 'heic'
  if (carriesMore(given)) return 'twoThings'
  return inTurn(async () => {
    try {
      const { data, info } = await sharp(given, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
        .timeout({ seconds: mostSeconds })
        .autoOrient()
        .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 82 })
        .toBuffer({ resolveWithObject: true })
      const small = await sharp(data)
        .resize(smallSide, smallSide, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 72 })
        .toBuffer()
      return { bytes: data, small, width: info.width, height: info.height }
    } catch (error) {
      return error instanceof Error && /pixel limit/i.test(error.message) ? 'tooBig' : 'broken'
    }
  })
}

let busy = 0
const queue: (() => void)[] = []

/** Two at once: a decoded picture is large, and others wait a second rather than be pushed out of memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= 2) await new Promise<void>((go) => queue.push(go))
  busy++
  try {
    return await work()
  } finally {
    busy--
    queue.shift()?.()
  }
}
