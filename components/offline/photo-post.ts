import { sendPhoto } from '@/components/photo/send-photo'
import { answerFrom, type Answer } from '@/lib/domain/sync/answer'
import type { AddPhoto } from '@/lib/domain/sync/operation'
import type { Owner, Queued } from '@/lib/domain/sync/queue'
import { paths } from '@/lib/paths'
import { wholeOf } from './kept-photo'
import { tellShare } from './photo-progress'

/** Sends a photo that waits on this device, as the form of its page would. */
export async function postPhoto(owner: Owner, { lane, madeAt }: Queued, photo: AddPhoto): Promise<Answer> {
  const bytes = await wholeOf(owner, photo)
  if (!bytes) return { state: 'refused', reason: 'photo.refusal.notHere' }
  const { photoId, animalId, visitId, sessionId, shown } = photo
  const form = new FormData()
  const said = { id: photoId, animalId, visitId, sessionId, ...owner, takenAt: String(madeAt) }
  for (const [name, value] of Object.entries(said)) if (value !== undefined) form.set(name, value)
  form.set('asked', 'yes')
  if (shown) form.set('shown', 'yes')
  form.set('photo', bytes, 'photo')
  const heard = await sendPhoto(paths.photos(), form, (share) => tellShare({ lane, share }))
  return heard ? answerFrom(heard.status, heard.body, heard.retryAfter) : { state: 'later' }
}
