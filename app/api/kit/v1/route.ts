import { currentHats } from '@/lib/auth/viewer'
import { cameFromHere } from '@/lib/actions/define'
import { now } from '@/lib/clock'
import { homeKitOf } from '@/lib/data/home'
import { kitOf } from '@/lib/data/kit'
import { packed } from '@/lib/domain/kit/pack'
import { NotFound } from '@/lib/domain/result/result'

const headers = { 'cache-control': 'private, no-store' }

/**
 * The day of whoever is signed in, or the logs of their household, as data for a device of theirs to keep. Asked by
 * our own pages alone.
 */
export async function POST() {
  const hats = (await cameFromHere()) ? await currentHats() : null
  const [member, guardian] = [hats?.members[0], hats?.guardians[0]]
  if (!member && !guardian) return new Response(null, { status: 401, headers })
  try {
    const kit = member ? await kitOf(member, now()) : guardian && (await homeKitOf(guardian, now()))
    return Response.json(packed(kit), { headers })
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404, headers })
    throw error
  }
}
