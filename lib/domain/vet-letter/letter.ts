import type { Temporal } from 'temporal-polyfill'
import type { Neutering, Sex } from '@/lib/domain/animal/intake'
import type { Units } from '@/lib/domain/animal/measures'
import type { Birth } from '@/lib/domain/animal/birth'
import type { SeenAtVisit } from '@/lib/domain/note/summary'
import type { HealthSign, Species } from '@/lib/domain/observation/vocabulary'
import type { PaperSize } from '@/lib/domain/paper/sheet'

/** Days a letter's link holds where nobody says otherwise: until the vet has an appointment. Ours. */
export const usualLetterDays = 30
/** How many weights a letter shows, the newest. Ours. */
export const mostWeights = 6

export type TimesSeen = Omit<SeenAtVisit, 'seen' | 'vetReferral'>

/** What a letter holds, frozen on the day it was written: of one animal, nothing of its people or its home. ISO days. */
export type VetLetterContent = {
  name: string
  species: Species
  coat: string
  breed: string
  sex: Sex
  neutering: Neutering
  bornOn: string | null
  bornPrecision: Birth['precision']
  /** Of the visit the times are of; null where no note was signed yet. */
  visitDay: string | null
  seen: string
  asked: string
  times: TimesSeen
  weights: { day: string; grams: number }[]
  /** Signs that stand open, each with the day somebody first saw it. */
  flags: { sign: HealthSign; day: string }[]
}

export type VetLetter = VetLetterContent & {
  letterId: string
  writtenBy: string
  writtenAt: Temporal.Instant
  practiceName: string
  practicePhone: string | null
  paper: PaperSize
  units: Units
  zone: string
  /** Of the link that opens it; null for whoever came by it. */
  linkId: string | null
  linkExpiresAt: Temporal.Instant | null
  linkRevokedAt: Temporal.Instant | null
}

/** Before a letter is written: whether the household allows it, and what the last signed note says. */
export type VetLetterStart = {
  animal: { id: string; name: string }
  clientId: string
  allowed: boolean
  mayWrite: boolean
  seen: string
  asked: string
}
