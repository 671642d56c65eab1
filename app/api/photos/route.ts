import { cameFromHere } from '@/lib/actions/define'
import { sentence } from '@/lib/actions/sentence'
import type { Hats } from '@/lib/auth/hats'
import { takeTurn } from '@/lib/auth/limits'
import { currentHats, localeHere } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addPhoto } from '@/lib/data/photo'
import { newPhotoSchema } from '@/lib/domain/photo/schema'
import { NotFound } from '@/lib/domain/result/result'
import type { Answer } from '@/lib/domain/sync/answer'
import { inLocale } from '@/lib/format/in-locale'
import { paths } from '@/lib/paths'
import { withArrival, type Arrived, type NotArrived } from '@/lib/storage/arrival'

const headers = { 'cache-control': 'private, no-store' }

/**
 * Takes one photo or film of an animal, as the fields of `newPhotoSchema` and the file `photo`. A script is
 * answered as a device's queue reads it, with the id or the reason; a plain form with the page it came from,
 * which says the reason.
 */
export const POST = async (request: Request) => inLocale(await localeHere(), () => take(request))

async function take(request: Request) {
  if (!(await cameFromHere())) return say(403, 'later', 'errors.foreignOrigin')
  const hats = await currentHats()
  if (!hats?.members[0] && !hats?.guardians[0]) return say(401, 'signedOut', 'errors.signedOut')
  if (!(await takeTurn('photoPerPersonAndHour', hats.userId, now())))
    return say(429, 'later', 'photo.refusal.tooMany', { 'retry-after': '900' })
  const plain = request.headers.get('accept')?.includes('text/html') ?? false
  return withArrival(request, (arrived) => answer(hats, arrived, plain))
}

async function answer(hats: Hats, arrived: Arrived | NotArrived, plain: boolean) {
  if (typeof arrived === 'string')
    return say(arrived === 'badForm' ? 400 : 413, 'refused', `photo.refusal.${arrived}`)
  const said = newPhotoSchema.safeParse(arrived.fields)
  if (!said.success || !arrived.file) return say(400, 'refused', 'photo.refusal.badForm')
  const { asked, shown, practiceId, userId, ...place } = said.data
  const here = (one: { practiceId: string }) => practiceId === undefined || one.practiceId === practiceId
  const viewer = hats.members.find(here) ?? hats.guardians.find(here)
  if (!viewer || (userId !== undefined && userId !== hats.userId))
    return say(403, 'otherPerson', 'photo.refusal.otherPerson')
  try {
    const photo = { ...place, shown: shown || !asked, bytes: arrived.file }
    const kept = await addPhoto(viewer, photo, now())
    if (plain) return backTo(viewer, place, kept.ok ? undefined : kept.reason)
    return kept.ok
      ? Response.json({ state: 'saved', ...kept.value }, { status: 201, headers })
      : say(422, 'refused', kept.reason)
  } catch (error) {
    if (error instanceof NotFound) return say(404, 'refused', 'photo.refusal.placeGone')
    throw error
  }
}

const say = (status: number, state: Answer['state'], reason: string, more: Record<string, string> = {}) =>
  Response.json({ state, reason, message: sentence(reason) }, { status, headers: { ...headers, ...more } })

type Place = { animalId: string; visitId?: string | undefined; sessionId?: string | undefined }

/** The page a form without JavaScript was on. */
function backTo(
  { kind }: Viewer,
  { animalId, visitId, sessionId }: Place,
  refused: string | undefined,
): Response {
  const reason = refused?.split('.').at(-1)
  const page =
    kind === 'guardian'
      ? paths.homePastOne(sessionId ?? '', reason)
      : sessionId
        ? paths.session(animalId, sessionId, reason)
        : visitId
          ? paths.visitPhotos(visitId, reason)
          : paths.animalSafety(animalId)
  return new Response(null, { status: 303, headers: { ...headers, location: page } })
}
