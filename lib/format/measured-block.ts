import type { AnimalBlock } from '@/lib/domain/note/schema'
import type { Observed } from '@/lib/domain/observation/live/observed'
import { proposedBlock } from '@/lib/domain/observation/live/propose'
import { text } from './text'

/** What a note's block begins with where its animal was watched live: the measures, and what was nearest in words. */
export const measuredBlock = (seen: Observed): Partial<AnimalBlock> => ({
  ...proposedBlock(seen),
  nearestTrigger: seen.nearest ? text('observation')(`trigger.${seen.nearest.trigger}`) : '',
})
