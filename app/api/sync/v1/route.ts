import { cameFromHere } from '@/lib/actions/define'
import { takeTurn } from '@/lib/auth/limits'
import { currentHats } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { takeFromDevice } from '@/lib/data/sync'
import { NotFound } from '@/lib/domain/result/result'
import { statusOf, type Answer } from '@/lib/domain/sync/answer'
import { readEnvelope } from '@/lib/domain/sync/envelope'
import { isOfHousehold } from '@/lib/domain/sync/operation'
import { log } from '@/lib/log'
import { bodyUpTo } from '@/lib/storage/upload'

/** A long note twice over, or 500 taps; ours. */
const mostBytes = 1024 * 1024

const say = (answer: Answer, status = statusOf[answer.state]) => {
  const again = answer.state === 'later' ? { 'retry-after': String(answer.after ?? 5) } : {}
  return Response.json(answer, { status, headers: { 'cache-control': 'private, no-store', ...again } })
}

/** Takes one operation of a device's queue, under the key in `Idempotency-Key`; says what became of it. */
export async function POST(request: Request) {
  if (!(await cameFromHere())) return say({ state: 'later' }, 403)
  const hats = await currentHats()
  if (!hats) return say({ state: 'signedOut' })
  if (!(await takeTurn('syncPerPersonAndMinute', hats.userId, now())))
    return say({ state: 'later', after: 60 }, 429)
  const body = await bodyUpTo(request, mostBytes)
  if (body === 'tooLarge') return say({ state: 'refused', reason: 'sync.tooBig' })
  const sent = readEnvelope(request.headers.get('idempotency-key'), jsonOf(body))
  if (sent === 'unknown') return say({ state: 'later', after: 300 })
  if (sent === 'unreadable') return say({ state: 'refused', reason: 'sync.unreadable' })
  const worn = isOfHousehold(sent.operation) ? hats.guardians : hats.members
  const viewer = worn.find(({ practiceId }) => practiceId === sent.owner.practiceId)
  if (!viewer) return say({ state: 'otherPerson' })
  try {
    return say(await takeFromDevice(viewer, sent, now()))
  } catch (error) {
    if (error instanceof NotFound) return say({ state: 'refused', reason: 'sync.gone' }, 404)
    log.error({ err: error }, 'an operation of a device was not carried out')
    return say({ state: 'later' })
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
