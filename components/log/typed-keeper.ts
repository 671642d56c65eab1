import type { TypedKeeper } from '@/components/form/when-typed'
import { canKeep } from '@/components/offline/can-keep'
import type { Owner } from '@/lib/domain/sync/queue'
import { paths } from '@/lib/paths'
import type * as typedLogs from './typed-log'

/** Milliseconds that a form waits to hear whether what was left in it is saved. Ours. */
const patience = 3000

/** Whether the server has the log of this id: its answer may have been lost. False where it cannot be asked. */
const isSaved = (id: string): Promise<boolean> =>
  fetch(paths.isLogged(id), { signal: AbortSignal.timeout(patience) })
    .then((answer) => (answer.ok ? (answer.json() as Promise<boolean>) : false))
    .catch(() => false)

const here = async <Value>(work: (log: typeof typedLogs) => Promise<Value>): Promise<Value | null> =>
  canKeep() ? import('./typed-log').then(work).catch(() => null) : null

/** What this device still had of a log that is saved goes. */
export const forgetSaved = (owner: Owner, animalId: string, sessionId: string): void =>
  void here(({ forgetTyped }) => forgetTyped(owner, animalId, sessionId))

/** Keeps the answers of an animal's log on this device; where nothing can be kept, the form goes on without. */
export function typedKeeper(owner: Owner, animalId: string, zone: string): TypedKeeper {
  return {
    left: () => here(({ typedLog }) => typedLog(owner, animalId, zone, isSaved)),
    keep: (typed) => void here(({ keepTyped }) => keepTyped(owner, animalId, typed)),
    forget: () => void here(({ forgetTyped }) => forgetTyped(owner, animalId)),
  }
}
