import { loadedFor } from '@/components/form/resolver'
import { instantHere, keptHome, takeAlong } from '@/components/offline/day-kit'
import { keepOnDevice, onNews, readQueue } from '@/components/offline/device-queue'
import { keepSending } from '@/components/offline/sender'
import { personHere, personOf } from '@/components/offline/vault'
import { fieldsOf } from '@/lib/domain/form/form-data'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { allToDoAtOnce, type AtOnce } from '@/lib/domain/session/at-once'
import { bodyLevel } from '@/lib/domain/observation/body'
import { ownersLookBackDays, whenOf, type WhenRefusal } from '@/lib/domain/session/recordable'
import { laneOf } from '@/lib/domain/sync/lane'
import type { OperationOf } from '@/lib/domain/sync/operation'
import type { Owner } from '@/lib/domain/sync/queue'
import { forgetWatch } from './kept-watch'
import { forgetTyped } from './typed-log'

export type KeptLog = { sessionId: string; animalId: string; atOnce: AtOnce[] }
export type LogIs = 'onThisPhone' | 'sent' | 'signedOut' | 'refused'

const laneOfLog = (id: string) =>
  laneOf({ kind: 'log_homework', session: { id } } as OperationOf<'log_homework'>)

/**
 * Writes a log down on this device, to be sent under the id that its form was drawn with and with the moment it
 * tells of. What is certain to be refused is refused here.
 */
export async function keepLog(
  owner: Owner,
  zone: string,
  form: FormData,
): Promise<KeptLog | WhenRefusal | 'checkFields'> {
  const typed = fieldsOf(form)
  const read = ownerLogSchema.safeParse(typed)
  if (!read.success) return 'checkFields'
  const when = whenOf(read.data, zone, instantHere(), ownersLookBackDays)
  if (typeof when === 'string') return when
  const { day: _day, time: _time, ...answers } = typed
  const { animalId, id = crypto.randomUUID(), stress, signs, goodSigns, events, health } = read.data
  const session = { ...answers, id, startedAt: when.startedAt.toString() }
  await keepOnDevice(owner, { kind: 'log_homework', session } as OperationOf<'log_homework'>)
  await navigator.storage.persist?.()
  forgetWatch(animalId)
  await forgetTyped(owner, animalId)
  const level = bodyLevel(stress, [...signs, ...goodSigns])
  return { sessionId: id, animalId, atOnce: allToDoAtOnce({ level, events, health }) }
}

/** Loads what keeping takes while there is a signal; where the logs were taken along, takes them anew. */
export async function readyToKeep(owner: Owner): Promise<void> {
  await Promise.all([loadedFor('ownerLog'), import('@/components/photo/photo-desk')])
  const person = personHere()
  if (person && personOf(person) === personOf(owner) && (await keptHome(owner))) await takeAlong()
}

/** Sends, and tells where a log is; gives back how to stop. `sure`: this person is signed in. */
export function watchLog(
  { owner, sessionId, sure }: { owner: Owner; sessionId: string; sure: boolean },
  tell: (is: LogIs) => void,
): () => void {
  const lane = laneOfLog(sessionId)
  let refused = false
  const look = async () => {
    const { items, held } = await readQueue(owner)
    const item = items.find((one) => one.lane === lane)
    if (!item && refused) return
    refused = Boolean(item?.trouble)
    tell(!item ? 'sent' : item.trouble ? 'refused' : held ? 'signedOut' : 'onThisPhone')
  }
  const off = onNews((news) => (news.lane === lane && news.saved ? tell('sent') : void look()))
  void look()
  const rest = keepSending(owner, { sure })
  return () => {
    off()
    rest()
  }
}
