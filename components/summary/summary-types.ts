import type { Temporal } from 'temporal-polyfill'
import type { HomeworkDraft, AnimalBlock } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Decision } from '@/lib/domain/plan/words'
import type { Protocol } from '@/lib/domain/protocol/protocol'

// What a summary is drawn from; lib/data/summary answers in this shape.

export type SummaryAnimal = {
  animalId: string
  name: string
  species: Species
  coat: string
  seen: Partial<AnimalBlock>
  decision: Decision | null
  pauseUntil: Temporal.PlainDate | null
  protocol: Protocol | null
  stageKey: string | null
  homework: HomeworkDraft[]
}

export type SummaryFacts = {
  practiceName: string
  consultant: string
  localStart: Temporal.PlainDateTime
  minutes: number
  zone: string
  place: 'home' | 'remote'
  letter: string
  signedBy: string
  signedAt: Temporal.Instant
  signedZone: string
  contentHash: string
  amendments: { id: string; body: string; by: string; at: Temporal.Instant }[]
  next: { localStart: Temporal.PlainDateTime; minutes: number; message: string } | null
}
