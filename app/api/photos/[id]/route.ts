import { currentGuardian, currentMember } from '@/lib/auth/viewer'
import { photoBytes } from '@/lib/data/photo'
import { NotFound } from '@/lib/domain/result/result'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** One photo, to the practice and the household it belongs to. For anybody else there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = (await currentMember()) ?? (await currentGuardian())
  const bytes = viewer ? await photoBytes(viewer, id).catch(unlessNotFound) : null
  if (!bytes) return new Response(null, { status: 404, headers: privately })
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...privately,
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="photo.webp"',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}

const unlessNotFound = (error: unknown): null => {
  if (error instanceof NotFound) return null
  throw error
}
