import type { Stage } from '@/lib/domain/protocol/protocol'
import type { Species } from '../vocabulary'
import type { LiveEvent } from './event'

/** One animal of a visit, as the live page is given it. */
export type WatchedAnimal = {
  id: string
  name: string
  species: Species
  coat: string
  /** What the stage asks; null without a running plan or in the indoor programme. */
  stage: Pick<Stage, 'key' | 'name' | 'targetSec' | 'reps' | 'leash'> | null
  /** An observation that was begun and has no session yet: the page goes on with it. */
  begun: { observationId: string; events: LiveEvent[] } | null
}
