import { instantHere } from '@/components/offline/day-kit'
import { unsavedName } from '@/components/offline/unsaved'
import { read, remove, write } from '@/components/offline/vault'
import { typedAgain, type Typed, type TypedLog } from '@/lib/domain/log/typed'
import type { Owner } from '@/lib/domain/sync/queue'

// What is answered in a log that is not saved yet, one animal's at a time.

let turn: Promise<unknown> = Promise.resolve()
/** One after the other: a later answer, or that there is none any more, is never overtaken. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

/** The log that was begun for an animal; one that is saved after all, or too old to be, is forgotten. */
export const typedLog = (
  owner: Owner,
  animalId: string,
  zone: string,
  isSaved: (id: string) => Promise<boolean>,
): Promise<Typed | null> =>
  inTurn(async () => {
    const left = await read<TypedLog>(owner, unsavedName(animalId))
    const id = left?.typed.id
    const stands = typeof id !== 'string' || !(await isSaved(id))
    const again = left && stands ? typedAgain(left, zone, instantHere()) : null
    if (left && !again) await remove(owner, unsavedName(animalId))
    return again
  })

export function keepTyped(owner: Owner, animalId: string, typed: Typed): Promise<void> {
  const at = instantHere().toString()
  return inTurn(() => write(owner, unsavedName(animalId), { typed, at } satisfies TypedLog))
}

/** `savedAs`: only what was to be saved under this id. */
export const forgetTyped = (owner: Owner, animalId: string, savedAs?: string): Promise<void> =>
  inTurn(async () => {
    const left = savedAs === undefined ? null : await read<TypedLog>(owner, unsavedName(animalId))
    if (savedAs === undefined || left?.typed.id === savedAs) await remove(owner, unsavedName(animalId))
  })
