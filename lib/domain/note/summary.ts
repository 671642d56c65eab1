import type { Temporal } from 'temporal-polyfill'
import type { Units } from '@/lib/domain/animal/measures'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Decision, Outcome } from '@/lib/domain/plan/words'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import type { Link } from './chain'
import type { AnimalBlock, HomeworkDraft } from './schema'
import type { Change } from './what-changed'

/** What a household may read of an animal's part; the rest stays with the practice. */
export const shownOfBlock = [
  'seen',
  'latencyApproachSec',
  'latencyEatSec',
  'latencyStepSec',
  'longestCalmSec',
  'recoverySec',
  'trialsOk',
  'vetReferral',
] as const satisfies readonly (keyof AnimalBlock)[]
export type SeenAtVisit = Pick<AnimalBlock, (typeof shownOfBlock)[number]>

export type SummaryAnimal = {
  animalId: string
  name: string
  species: Species
  coat: string
  /** Its newest photo; null where none was taken. */
  photoId: string | null
  seen: SeenAtVisit
  /** Since the visit before; null on a first visit, and in notes signed before this was said. */
  changes: Change[] | null
  decision: Decision | null
  pauseUntil: Temporal.PlainDate | null
  /** Null for an animal without a plan. */
  protocol: Protocol | null
  /** The stage after the decision. */
  stageKey: string | null
  homework: HomeworkDraft[]
  /** How the plan ended, where no visit came between this one and its end. */
  outcome: Outcome | null
}

export type Summary = {
  visitId: string
  practiceName: string
  practicePhone: string | null
  paper: 'a4' | 'letter'
  units: Units
  consultant: string
  household: string
  service: string
  place: 'home' | 'remote'
  localStart: Temporal.PlainDateTime
  minutes: number
  zone: string
  letter: string
  signedBy: string
  signedAt: Temporal.Instant
  signedZone: string
  contentHash: string
  animals: SummaryAnimal[]
  amendments: Amendment[]
  next: {
    localStart: Temporal.PlainDateTime
    minutes: number
    place: 'home' | 'remote'
    message: string
  } | null
}

/** A dated addition to a signed note, or the correction of one of its fields. */
export type Amendment = Link & { id: string; by: string }
