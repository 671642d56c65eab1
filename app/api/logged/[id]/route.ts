import { currentGuardian } from '@/lib/auth/viewer'
import { sessionOf } from '@/lib/data/session'
import { NotFound } from '@/lib/domain/result/result'

type Context = { params: Promise<{ id: string }> }

/** Whether the log of this id is saved: true or false. Asked by a form whose answer may have been lost. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentGuardian()
  if (!viewer) return new Response(null, { status: 401 })
  const isThere = sessionOf(viewer, (await params).id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false
      throw error
    },
  )
  return Response.json(await isThere, { headers: { 'cache-control': 'private, no-store' } })
}
