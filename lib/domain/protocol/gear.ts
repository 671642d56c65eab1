import type { Protocol } from './protocol'

/** What an animal wears while it is trained. */
export type Gear = 'none' | 'harness' | 'leash'

/**
 * What is worn in a stage of this protocol. A protocol says where the leash is on; the harness is worn in the
 * stage before the first of those: nobody clips a leash to what was never worn. Ours.
 */
export function gearOf({ stages }: Pick<Protocol, 'stages'>, key: string): Gear {
  const at = stages.findIndex((stage) => stage.key === key)
  if (stages[at]?.leash) return 'leash'
  return at >= 0 && at + 1 === stages.findIndex(({ leash }) => leash) ? 'harness' : 'none'
}
