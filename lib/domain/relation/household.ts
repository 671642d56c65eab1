import type { Temporal } from 'temporal-polyfill'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { Pair } from './relation'

export type TogetherAnimal = {
  id: string
  name: string
  species: Species
  coat: string
  homework: HomeworkDraft[]
  /** Null without a running plan. */
  standing: AnimalStanding | null
}

/** The animals of one home, each in its own stage, and how they get on. */
export type HouseholdTogether = {
  id: string
  name: string
  mainPerson: string
  today: Temporal.PlainDate
  /** Whether the viewer may write down how two animals get on. */
  mayWrite: boolean
  animals: TogetherAnimal[]
  pairs: Pair<Omit<TogetherAnimal, 'standing'>>[]
}
