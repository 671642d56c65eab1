import { Readable } from 'node:stream'
import { currentGuardian, currentMember } from '@/lib/auth/viewer'
import { openPhoto, type OpenPhoto } from '@/lib/data/photo'
import type { PhotoFormat } from '@/lib/domain/photo/photo'
import { rangeFrom } from '@/lib/domain/photo/range'
import { NotFound } from '@/lib/domain/result/result'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
const types: Record<PhotoFormat, string> = { webp: 'image/webp', mp4: 'video/mp4', webm: 'video/webm' }

/** One photo or film, to the practice and the household it belongs to. For anybody else there is none. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = (await currentMember()) ?? (await currentGuardian())
  if (!viewer) return nothing()
  try {
    const photo = await openPhoto(viewer, id)
    const headers = {
      ...privately,
      'content-type': types[photo.format],
      'content-disposition': `inline; filename="${photo.format === 'webp' ? 'photo' : 'video'}.${photo.format}"`,
      'content-security-policy': "sandbox; default-src 'none'",
    }
    if (photo.format !== 'webp') return await filmOf(photo, request.headers.get('range'), headers)
    const small = new URL(request.url).searchParams.get('size') === 'small' ? 'small' : undefined
    return new Response(new Uint8Array(await photo.whole(small)), { headers })
  } catch (error) {
    if (error instanceof NotFound) return nothing()
    throw error
  }
}

const nothing = () => new Response(null, { status: 404, headers: privately })

/** A film is read in stretches: players look at its beginning, then jump. */
async function filmOf(
  { size, part }: OpenPhoto,
  asked: string | null,
  headers: Record<string, string>,
): Promise<Response> {
  const range = rangeFrom(asked, size)
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { ...privately, 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  return new Response(Readable.toWeb(Readable.from(await part(from, to))) as ReadableStream<Uint8Array>, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(to - from + 1),
      ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    },
  })
}
