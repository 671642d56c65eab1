import type { Temporal } from 'temporal-polyfill'
import type { AnimalBlock, NoteBody } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Decision } from '@/lib/domain/plan/words'

// What the pages of a note are given; lib/data/note answers in this shape.

export type NoteAnimal = {
  animalId: string
  name: string
  species: Species
  coat: string
  sessions: number
  block: AnimalBlock
  decision: Decision | null
  reason: string
  pauseUntil: Temporal.PlainDate | null
  ticks: string[]
  lastSeen: string | null
}

export type NoteForWriting = {
  visitId: string
  version: number
  localStart: Temporal.PlainDateTime
  zone: string
  household: string
  authorName: string
  body: NoteBody
  internal: string
  animals: NoteAnimal[]
}
