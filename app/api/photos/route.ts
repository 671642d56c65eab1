import { cameFromHere } from '@/lib/actions/define'
import { sentence } from '@/lib/actions/sentence'
import { takeTurn } from '@/lib/auth/limits'
import { currentMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { addPhoto } from '@/lib/data/photo'
import { NotFound } from '@/lib/domain/result/result'
import { mostBytes } from '@/lib/storage/picture'
import { formUpTo } from '@/lib/storage/upload'

const headers = { 'cache-control': 'private, no-store' }
const say = (status: number, reason: string) =>
  Response.json({ message: sentence(reason) }, { status, headers })

/** Takes one photo of an animal, as the fields `animalId` and `photo` of a form. What is refused says why. */
export async function POST(request: Request) {
  if (!(await cameFromHere())) return say(403, 'errors.foreignOrigin')
  const viewer = await currentMember()
  if (!viewer) return say(401, 'errors.signedOut')
  if (!(await takeTurn('photoPerPersonAndHour', viewer.userId, now())))
    return say(429, 'safety.photo.tooMany')
  const form = await formUpTo(request, mostBytes)
  if (form === 'tooLarge') return say(413, 'safety.photo.tooBig')
  const [animalId, file] = [form?.get('animalId'), form?.get('photo')]
  if (typeof animalId !== 'string' || !(file instanceof Blob)) return say(400, 'safety.photo.badForm')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kept = await addPhoto(viewer, { animalId, bytes }, now())
    return kept.ok ? Response.json(kept.value, { status: 201, headers }) : say(422, kept.reason)
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404, headers })
    throw error
  }
}
