import { cameFromHere } from '@/lib/actions/define'
import { sentence } from '@/lib/actions/sentence'
import { takeTurn } from '@/lib/auth/limits'
import { currentMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { addPhoto } from '@/lib/data/photo'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { newPhotoSchema } from '@/lib/domain/photo/schema'
import { NotFound } from '@/lib/domain/result/result'
import { paths } from '@/lib/paths'
import { withArrival, type Arrived, type NotArrived } from '@/lib/storage/arrival'

const headers = { 'cache-control': 'private, no-store' }

/**
 * Takes one photo or film of an animal, as the fields of `newPhotoSchema` and the file `photo`. A script is
 * answered with its id or the reason, a plain form with the page it came from, which says the reason.
 */
export async function POST(request: Request) {
  if (!(await cameFromHere())) return say(403, 'errors.foreignOrigin')
  const viewer = await currentMember()
  if (!viewer) return say(401, 'errors.signedOut')
  if (!(await takeTurn('photoPerPersonAndHour', viewer.userId, now())))
    return say(429, 'photo.refusal.tooMany')
  const plain = request.headers.get('accept')?.includes('text/html') ?? false
  return withArrival(request, (arrived) => answer(viewer, arrived, plain))
}

async function answer(viewer: MemberViewer, arrived: Arrived | NotArrived, plain: boolean) {
  if (typeof arrived === 'string') return say(arrived === 'badForm' ? 400 : 413, `photo.refusal.${arrived}`)
  const said = newPhotoSchema.safeParse(arrived.fields)
  if (!said.success || !arrived.file) return say(400, 'photo.refusal.badForm')
  const { asked, shown, ...place } = said.data
  try {
    const photo = { ...place, shown: shown || !asked, bytes: arrived.file }
    const kept = await addPhoto(viewer, photo, now())
    if (plain) return backTo(place, kept.ok ? undefined : kept.reason)
    return kept.ok ? Response.json(kept.value, { status: 201, headers }) : say(422, kept.reason)
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404, headers })
    throw error
  }
}

const say = (status: number, reason: string) =>
  Response.json({ message: sentence(reason) }, { status, headers })

type Place = { animalId: string; visitId?: string | undefined; sessionId?: string | undefined }

/** The page a form without JavaScript was on. */
function backTo({ animalId, visitId, sessionId }: Place, refused: string | undefined): Response {
  const reason = refused?.split('.').at(-1)
  const page = sessionId
    ? paths.session(animalId, sessionId, reason)
    : visitId
      ? paths.visitPhotos(visitId, reason)
      : paths.animalSafety(animalId)
  return new Response(null, { status: 303, headers: { ...headers, location: page } })
}
