import { cameFromHere } from '@/lib/actions/define'
import { takeTurn } from '@/lib/auth/limits'
import { currentHats, currentTokenHash } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { addDevice, devicesOf } from '@/lib/data/push-device'
import { pushDeviceSchema } from '@/lib/domain/news/schema'
import { bodyUpTo } from '@/lib/storage/upload'

/** An address and two keys; ours. */
const mostBytes = 4096

const say = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })

/**
 * Takes the address that a browser gave itself anew (public/sw.js), in the place of the one it had: where it did not
 * ring before, it does not ring afterwards.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await cameFromHere())) return say(403)
  const [hats, current] = await Promise.all([currentHats(), currentTokenHash()])
  if (!hats || !current) return say(401)
  if (!(await takeTurn('syncPerPersonAndMinute', hats.userId, now()))) return say(429)
  const sent = fieldsOf(await bodyUpTo(request, mostBytes))
  const address = pushDeviceSchema.safeParse({ ...sent, session: current.toString('base64url') })
  if (!address.success) return say(400)
  for (const viewer of [...hats.members, ...hats.guardians]) {
    const devices = await devicesOf(viewer, current)
    if (devices.some(({ isThisOne }) => isThisOne)) await addDevice(viewer, address.data, now())
  }
  return say(204)
}

function fieldsOf(body: Buffer | 'tooLarge'): object {
  try {
    const said: unknown = JSON.parse(body.toString('utf8'))
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}
