import type { Temporal } from 'temporal-polyfill'
import { writeBirth } from './birth'
import type { BirthPrecision, Neutering, Origin, Sex, Temperament } from './intake'

export type KeptIntake = {
  name: string
  species: string
  bornOn: Temporal.PlainDate | null
  bornPrecision: BirthPrecision
  sex: Sex
  neutering: Neutering
  breed: string
  coat: string
  origin: Origin
  acquiredOn: Temporal.PlainDate | null
  temperament: Temperament[]
  microchip: string
  vetName: string
  vetPhone: string
  meals: string[]
  foodPreferences: string
  cueWords: string
  marks: string
  knownTriggers: string
  notes: string
  showScore: boolean
}

/** An animal as the fields of its form. */
export const animalFields = (kept: KeptIntake) => ({
  name: kept.name,
  species: kept.species,
  born: writeBirth({ on: kept.bornOn, precision: kept.bornPrecision }),
  sex: kept.sex,
  neutering: kept.neutering,
  breed: kept.breed,
  coat: kept.coat,
  origin: kept.origin,
  acquiredOn: kept.acquiredOn?.toString() ?? '',
  temperament: kept.temperament,
  microchip: kept.microchip,
  vetName: kept.vetName,
  vetPhone: kept.vetPhone,
  meals: kept.meals.join(', '),
  foodPreferences: kept.foodPreferences,
  cueWords: kept.cueWords,
  marks: kept.marks,
  knownTriggers: kept.knownTriggers,
  notes: kept.notes,
  showScore: kept.showScore ? 'on' : undefined,
})
