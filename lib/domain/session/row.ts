import type { Temporal } from 'temporal-polyfill'
import type {
  BodyLevel,
  Choice,
  Ending,
  Food,
  NoiseLevel,
  OwnerMood,
  Place,
  Recovery,
  SessionSource,
  Species,
  Tension,
  TriggerDistance,
  Weather,
} from '@/lib/domain/observation/vocabulary'
import type { SessionKind } from '@/lib/domain/readiness/types'

/** One session as people read it. */
export type SessionRow = {
  id: string
  animalId: string
  stageKey: string
  visitId: string | null
  source: SessionSource
  recordedByName: string
  day: Temporal.PlainDate
  startedAt: Temporal.ZonedDateTime
  exercise: string
  durationSec: number | null
  repsOk: number | null
  repsTotal: number | null
  /** The tapped level, and what the signs make of it. */
  tapped: BodyLevel
  level: BodyLevel
  signs: string[]
  goodSigns: string[]
  food: Food | null
  choice: Choice | null
  recovery: Recovery | null
  tension: Tension | null
  ended: Ending | null
  triggers: string[]
  triggerDistance: TriggerDistance | null
  place: Place | null
  events: string[]
  health: string[]
  ownerMood: OwnerMood | null
  latencyApproachSec: number | null
  latencyEatSec: number | null
  latencyStepSec: number | null
  longestCalmSec: number | null
  cssStart: number | null
  cssPeak: number | null
  cssEnd: number | null
  noise: NoiseLevel | null
  weather: Weather | null
  temperatureC: number | null
  note: string
  writtenAt: Temporal.Instant
  /** Written down on a later day than it happened. */
  late: boolean
  voidedAt: Temporal.Instant | null
  voidReason: string | null
}

export type SessionDetail = SessionRow & {
  animalName: string
  species: Species
  stageName: string
  kind: SessionKind
  /** Whether this viewer may take it out of the count. */
  mayVoid: boolean
}
