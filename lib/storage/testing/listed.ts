import type { Temporal } from 'temporal-polyfill'
import type { Storage } from '@/lib/storage/storage'

/** Everything a store tells of what it has kept since before a moment. */
export async function listed(storage: Storage, moment: Temporal.Instant): Promise<string[]> {
  const keys: string[] = []
  for await (const some of storage.keptBefore(moment)) keys.push(...some)
  return keys
}
