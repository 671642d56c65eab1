import type { Temporal } from 'temporal-polyfill'
import type { BirthPrecision, Neutering, Sex } from '@/lib/domain/animal/intake'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { StageEntry } from '@/lib/domain/plan/state'
import type { Relation } from '@/lib/domain/relation/relation'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { SessionRow } from '@/lib/domain/session/row'
import type { AnimalStanding } from './standing'

/** A stage entry with who made it and what it rested on, as the animal's page lists it. */
export type PlanChange = StageEntry & {
  at: Temporal.Instant
  by: string | null
  ticksSet: readonly string[]
  assessmentId: string | null
  /** The version left, where the change was one of versions. */
  fromProtocolId: string | null
}

/** One look at an item: who, when, how it is known, until when it holds. */
export type SafetyRow = {
  id: string
  item: SafetyItemKey
  passedOn: Temporal.PlainDate
  failed: boolean
  validUntil: Temporal.PlainDate | null
  site: string
  /** Words; for the temperature the degrees Celsius. */
  evidence: string
  /** Who saw it. */
  seenBy: string
  photoId: string | null
  fitId: string | null
  at: Temporal.Instant
  /** The member who wrote it down. */
  by: string
  withdrawn: { at: Temporal.Instant; by: string; reason: string } | null
}

/** The safety list of one animal on a day, for the site that was last looked at. */
export type Safety = {
  ok: boolean
  lines: readonly SafetyLine[]
  missing: readonly string[]
  /** '' is home. */
  site: string
  /** The latest look at each item that was not taken back, newest first. */
  records: SafetyRow[]
}

export type VetFlagRow = {
  id: string
  sign: string
  /** Sessions in which the sign was seen while the flag was open, oldest first. */
  seenIn: { id: string; day: Temporal.PlainDate; voided: boolean }[]
  openedAt: Temporal.Instant
  /** Who opened it by hand, and what was seen; null and '' where a log did. */
  openedBy: string | null
  openedNote: string
  closedAt: Temporal.Instant | null
  closedBy: string | null
  closingNote: string | null
}

export type VetVisitRow = {
  id: string
  day: Temporal.PlainDate
  /** "10:00" on the wall of its home; null where only the day is known. */
  at: string | null
  words: string
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
  housemates: { id: string; name: string; relation: Relation | null }[]
  measures: MeasureRow[]
  /** Those from today on, the next one first. */
  vetVisits: VetVisitRow[]
  /** Latest visit whose note was signed. */
  lastNoteVisitId: string | null
  /** Null without a running plan. */
  standing: AnimalStanding | null
  /** The latest plan where it is completed. */
  finished: AnimalStanding | null
  /** The latest plan, running or ended; `newer` is a later version of its protocol. */
  plan: { changes: PlanChange[]; newer: { id: string; version: number } | null } | null
  vetFlags: VetFlagRow[]
  safety: Safety
  homework: { items: HomeworkDraft[]; createdAt: Temporal.Instant } | null
  /** Newest first. */
  sessions: SessionRow[]
}
