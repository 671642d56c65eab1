import type { TypedKeeper } from '@/components/form/when-typed'
import { canKeep } from '@/components/offline/can-keep'
import type { Owner } from '@/lib/domain/sync/queue'
import type * as typedLogs from './typed-log'

/** Keeps the answers of an animal's log on this device; where nothing can be kept, the form goes on without. */
export function typedKeeper(owner: Owner, animalId: string, zone: string): TypedKeeper {
  const here = async <Value>(work: (log: typeof typedLogs) => Promise<Value>): Promise<Value | null> =>
    canKeep() ? import('./typed-log').then(work).catch(() => null) : null
  return {
    left: () => here(({ typedLog }) => typedLog(owner, animalId, zone)),
    keep: (typed) => void here(({ keepTyped }) => keepTyped(owner, animalId, typed)),
    forget: () => void here(({ forgetTyped }) => forgetTyped(owner, animalId)),
  }
}
