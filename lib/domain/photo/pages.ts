import type { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { PhotoFormat } from './photo'

// What the pages that show photos are given.

/** One photo or film as a page shows it. */
export type ShownPhoto = {
  id: string
  animalId: string
  animalName: string
  format: PhotoFormat
  width: number
  height: number
  durationMs: number | null
}

/** As those see it who keep it: with whether the household does, and who took it. */
export type KeptPhoto = ShownPhoto & {
  shown: boolean
  by: string
  ofHousehold: boolean
  at: Temporal.Instant
}

/** What the household said about pictures and films, and whether it is still to be asked. */
export type PhotoConsent = { pictures: boolean; films: boolean; ask: boolean }

export type VisitPhotos = {
  visitId: string
  clientId: string
  household: string
  localStart: Temporal.PlainDateTime
  zone: string
  noteSigned: boolean
  /** Whom to ask. */
  mainPerson: string
  consent: PhotoConsent
  animals: { id: string; name: string; species: Species; coat: string }[]
  photos: KeptPhoto[]
  mayAdd: boolean
}

export type SessionPhotos = {
  clientId: string
  consent: PhotoConsent
  photos: KeptPhoto[]
  /** No note of its visit holds back what is shown. */
  signed: boolean
  mayAdd: boolean
}
