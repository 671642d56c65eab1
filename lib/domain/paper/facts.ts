import type { Temporal } from 'temporal-polyfill'
import type { Birth } from '@/lib/domain/animal/birth'
import type { Neutering, Sex } from '@/lib/domain/animal/intake'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { PaperSize } from './sheet'

/** An animal as its sheets name it, with the practice that prints them. */
export type AnimalOnPaper = {
  animalId: string
  name: string
  species: Species
  coat: string
  photoId: string | null
  practiceName: string
  practicePhone: string | null
  paper: PaperSize
  zone: string
}

/** What a fridge sheet is made of. */
export type Fridge = AnimalOnPaper & {
  today: Temporal.PlainDate
  homework: HomeworkDraft[]
  standing: AnimalStanding | null
  cueWords: string
  treats: string
}

/** What neighbours have to know to find it, and whom they call. */
export type Search = AnimalOnPaper & {
  today: Temporal.PlainDate
  born: Birth
  sex: Sex
  neutering: Neutering
  breed: string
  marks: string
  microchip: string
  treats: string
  vetName: string
  vetPhone: string
  people: { name: string; phone: string }[]
}
