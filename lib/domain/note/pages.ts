import type { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Decision } from '@/lib/domain/plan/words'
import type { Proof } from './chain'
import type { NoteField } from './correctable'
import type { AnimalBlock, NoteBody } from './schema'
import type { Amendment } from './summary'

// What the pages of a note are given.

export type NoteAnimal = {
  animalId: string
  name: string
  species: Species
  coat: string
  /** Sessions recorded at this visit. */
  sessions: number
  block: AnimalBlock
  decision: Decision | null
  reason: string
  pauseUntil: Temporal.PlainDate | null
  ticks: string[]
  /** Its part of the last signed note from another visit. */
  last: LastNote | null
}

/** An animal's part of an earlier note, with what it said of the home, and how both were corrected since. */
export type LastNote = {
  visitId: string
  day: Temporal.PlainDate
  block: AnimalBlock
  decision: Decision | null
  body: NoteBody
  corrections: Correcting[]
}
/** What a correction of a signed note says, of which field, by whom. */
export type Correcting = Pick<Amendment, 'field' | 'body' | 'by'>

export type NoteForWriting = {
  visitId: string
  noteId: string | null
  /** 0 where nothing was saved yet. */
  version: number
  status: 'draft' | 'signed'
  localStart: Temporal.PlainDateTime
  zone: string
  clientId: string
  household: string
  /** How many cats live there, worked or not. */
  cats: number
  /** The taps of the visit. */
  setOutAt: Temporal.Instant | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  authorName: string
  body: NoteBody
  internal: string
  /** The messages of the household that were put into it, the oldest first. */
  quoted: QuotedMessage[]
  animals: NoteAnimal[]
  mayWrite: boolean
  /** Its author, who alone signs and shares it. */
  maySign: boolean
  /** Who else writes on the draft, and who else could. */
  sharedWith: Colleague[]
  colleagues: Colleague[]
  /** All null on a draft. */
  signedBy: string | null
  signedAt: Temporal.Instant | null
  signedZone: string | null
  contentHash: string | null
}

export type QuotedMessage = { messageId: string; seq: number; by: string; at: Temporal.Instant }

export type Colleague = { memberId: string; name: string }

/** A signed note as the practice reads it, with what was added and what a check of the seals found. */
export type SignedNote = {
  note: NoteForWriting & {
    signedBy: string
    signedAt: Temporal.Instant
    signedZone: string
    contentHash: string
  }
  amendments: Amendment[]
  proof: Proof
}

/** A field of a signed note that is to be corrected: as it was signed, and as the latest correction has it. */
export type Correction = { field: NoteField; signed: string; stands: string }
