import type { Temporal } from 'temporal-polyfill'
import type { BirthPrecision, Neutering, Sex } from '@/lib/domain/animal/intake'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { StageEntry } from '@/lib/domain/plan/state'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { SessionRow } from '@/lib/domain/session/row'
import type { AnimalStanding } from './standing'

/** A stage entry with who made it, as the animal's page lists it. */
export type PlanChange = StageEntry & { at: Temporal.Instant; by: string | null }

export type SafetyRow = {
  id: string
  item: SafetyItemKey
  passedOn: Temporal.PlainDate
  validUntil: Temporal.PlainDate | null
  site: string
  evidence: string
}

/** The safety list of one animal on a day, for the site that was last looked at. */
export type Safety = {
  ok: boolean
  lines: readonly SafetyLine[]
  missing: readonly string[]
  /** '' is home. */
  site: string
  /** Ticks that still stand, newest first. */
  records: SafetyRow[]
}

export type VetFlagRow = {
  id: string
  sign: string
  sessionId: string | null
  openedAt: Temporal.Instant
  closedAt: Temporal.Instant | null
  closedBy: string | null
  closingNote: string | null
}

export type MeasureRow = {
  id: string
  takenOn: Temporal.PlainDate
  weightGrams: number | null
  girthMm: number | null
  neckMm: number | null
  lengthMm: number | null
}

/** Everything the consultant's page of an animal shows. */
export type AnimalOverview = {
  id: string
  clientId: string
  household: string
  name: string
  species: Species
  coat: string
  breed: string
  sex: Sex
  neutering: Neutering
  bornOn: Temporal.PlainDate | null
  bornPrecision: BirthPrecision
  foodPreferences: string
  knownTriggers: string
  archived: boolean
  today: Temporal.PlainDate
  housemates: { id: string; name: string }[]
  measures: MeasureRow[]
  /** Latest visit whose note was signed. */
  lastNoteVisitId: string | null
  /** Null without a running plan. */
  standing: AnimalStanding | null
  /** The latest plan, running or ended. */
  plan: { protocolName: string; ended: boolean; changes: PlanChange[] } | null
  vetFlags: VetFlagRow[]
  safety: Safety
  homework: { items: HomeworkDraft[]; createdAt: Temporal.Instant } | null
  /** Newest first. */
  sessions: SessionRow[]
}
