import { cameFromHere } from '@/lib/actions/define'
import { sentence } from '@/lib/actions/sentence'
import type { Hats } from '@/lib/auth/hats'
import { takeTurn } from '@/lib/auth/limits'
import { currentHats, localeHere } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { addThreadPhoto } from '@/lib/data/thread-photo'
import { optionalId } from '@/lib/domain/form/fields'
import { NotFound } from '@/lib/domain/result/result'
import { inLocale } from '@/lib/format/in-locale'
import { paths } from '@/lib/paths'
import { withArrival, type Arrived, type NotArrived } from '@/lib/storage/arrival'

const headers = { 'cache-control': 'private, no-store' }

/**
 * Takes one picture that is to go into a thread: `clientId` says which, its absence the own household's. A script is
 * answered with the id or the reason; a plain form with the page it came from, which carries the one or says the other.
 */
export const POST = async (request: Request) => inLocale(await localeHere(), () => take(request))

async function take(request: Request) {
  if (!(await cameFromHere())) return say(403, 'errors.foreignOrigin')
  const hats = await currentHats()
  if (!hats) return say(401, 'errors.signedOut')
  if (!(await takeTurn('photoPerPersonAndHour', hats.userId, now())))
    return say(429, 'photo.refusal.tooMany', { 'retry-after': '900' })
  const plain = request.headers.get('accept')?.includes('text/html') ?? false
  return withArrival(request, (arrived) => answer(hats, arrived, plain))
}

async function answer(hats: Hats, arrived: Arrived | NotArrived, plain: boolean) {
  if (typeof arrived === 'string') return say(arrived === 'badForm' ? 400 : 413, `photo.refusal.${arrived}`)
  const asked = optionalId.safeParse(arrived.fields.clientId)
  if (!asked.success || !arrived.file) return say(400, 'photo.refusal.badForm')
  const [guardian] = hats.guardians
  const viewer = asked.data === undefined ? guardian : hats.members[0]
  const clientId = asked.data ?? guardian?.clientId
  if (!viewer || !clientId) return say(404, 'photo.refusal.placeGone')
  const page = (query: { photo?: string; refused?: string | undefined }) =>
    asked.data === undefined ? paths.homeThread(query) : paths.thread(clientId, query)
  try {
    const kept = await addThreadPhoto(viewer, { clientId, bytes: arrived.file }, now())
    if (plain) {
      const query = kept.ok ? { photo: kept.value.photoId } : { refused: kept.reason }
      return new Response(null, { status: 303, headers: { ...headers, location: page(query) } })
    }
    return kept.ok ? Response.json(kept.value, { status: 201, headers }) : say(422, kept.reason)
  } catch (error) {
    if (error instanceof NotFound) return say(404, 'photo.refusal.placeGone')
    throw error
  }
}

const say = (status: number, reason: string, more: Record<string, string> = {}) =>
  Response.json({ reason, message: sentence(reason) }, { status, headers: { ...headers, ...more } })
