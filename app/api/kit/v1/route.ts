import { currentMember } from '@/lib/auth/viewer'
import { cameFromHere } from '@/lib/actions/define'
import { now } from '@/lib/clock'
import { kitOf } from '@/lib/data/kit'
import { packed } from '@/lib/domain/kit/pack'
import { NotFound } from '@/lib/domain/result/result'

const headers = { 'cache-control': 'private, no-store' }

/** The day of whoever is signed in, as data for a device of theirs to keep. Asked by our own pages alone. */
export async function POST() {
  const viewer = (await cameFromHere()) ? await currentMember() : null
  if (!viewer) return new Response(null, { status: 401, headers })
  try {
    return Response.json(packed(await kitOf(viewer, now())), { headers })
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404, headers })
    throw error
  }
}
