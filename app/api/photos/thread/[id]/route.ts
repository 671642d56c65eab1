import { currentHats } from '@/lib/auth/viewer'
import { openThreadPhoto } from '@/lib/data/thread-photo'
import { NotFound } from '@/lib/domain/result/result'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** One picture of a thread, to the household and the practice it belongs to. For anybody else there is none. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const hats = await currentHats()
  const small = new URL(request.url).searchParams.get('size') === 'small' ? 'small' : undefined
  for (const viewer of hats ? [...hats.members, ...hats.guardians] : []) {
    try {
      const bytes = await openThreadPhoto(viewer, id, small)
      const headers = {
        ...privately,
        'content-type': 'image/webp',
        'content-disposition': 'inline; filename="photo.webp"',
        'content-security-policy': "sandbox; default-src 'none'",
      }
      return new Response(new Uint8Array(bytes), { headers })
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
  return new Response(null, { status: 404, headers: privately })
}
