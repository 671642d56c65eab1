import type { Temporal } from 'temporal-polyfill'
import type {
  BodyLevel,
  Choice,
  Ending,
  Food,
  Place,
  Recovery,
  SessionSource,
  Tension,
} from '@/lib/domain/observation/vocabulary'
import type { StagePlace } from '@/lib/domain/protocol/protocol'
import type { Gear } from '@/lib/domain/protocol/gear'
import type { SessionKind } from '@/lib/domain/readiness/types'

/** One session that counts, as far as wins, first times, months and a first sentence read it. */
export type LoggedSession = {
  id: string
  /** Local day at the animal's home. */
  day: Temporal.PlainDate
  stageName: string
  stagePlace: StagePlace
  /** What the animal wears in this stage. */
  gear: Gear
  kind: SessionKind
  /** Tapped level or what the signs make of it, the higher one. */
  level: BodyLevel
  durationSec: number | null
  longestCalmSec: number | null
  repsOk: number | null
  repsTotal: number | null
  food: Food | null
  choice: Choice | null
  recovery: Recovery | null
  tension: Tension | null
  ended: Ending | null
  triggers: readonly string[]
  signs: readonly string[]
  goodSigns: readonly string[]
  source: SessionSource
  place: Place | null
  /** Who wrote it down; '' for whoever may not know. */
  recordedByName: string
  writtenAt: Temporal.Instant
}

/** Loose or watchful. */
export const isCalm = ({ level }: Pick<LoggedSession, 'level'>): boolean => level <= 1

/** What was met, without the answer "none". */
export const metIn = ({ triggers }: Pick<LoggedSession, 'triggers'>): readonly string[] =>
  triggers.filter((trigger) => trigger !== 'none')
