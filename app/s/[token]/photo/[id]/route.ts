import { sharedViewer } from '@/lib/auth/shared'
import { openPhoto } from '@/lib/data/photo'
import { NotFound } from '@/lib/domain/result/result'

const privately = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
}

/** A picture on a friend's page. Other links, other animals and other photos have none. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string; id: string }> }) {
  const { token, id } = await params
  const viewer = await sharedViewer(token)
  if (!viewer) return nothing()
  try {
    const photo = await openPhoto(viewer, id)
    const size = new URL(request.url).searchParams.get('size') === 'small' ? 'small' : undefined
    const headers = {
      ...privately,
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="photo.webp"',
    }
    return new Response(new Uint8Array(await photo.whole(size)), { headers })
  } catch (error) {
    if (error instanceof NotFound) return nothing()
    throw error
  }
}

const nothing = () => new Response(null, { status: 404, headers: privately })
