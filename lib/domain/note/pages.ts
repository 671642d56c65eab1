import type { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Decision } from '@/lib/domain/plan/words'
import type { AnimalBlock, NoteBody } from './schema'

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
  /** What was seen at the visit before, if a note of it was signed. */
  lastSeen: string | null
}

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
  authorName: string
  body: NoteBody
  internal: string
  animals: NoteAnimal[]
  mayWrite: boolean
}
