import type { Temporal } from 'temporal-polyfill'
import type { HomeworkSet } from '@/lib/domain/journal/since'
import type { Progress } from '@/lib/domain/log/progress'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import type { ToldDay } from '@/lib/domain/obstacle/obstacle'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { ServicePlace } from '@/lib/domain/service/schema'
import type { ToldOfService } from '@/lib/domain/service/service'
import type { SessionDetail, SessionRow } from '@/lib/domain/session/row'
import type { Safety } from '@/lib/domain/standing/overview'
import type { AnimalStanding } from '@/lib/domain/standing/standing'

// What the pages of the animal owner show, as lib/data hands it over.

export type HomeAnimal = {
  id: string
  name: string
  species: Species
  coat: string
  /** Whether the consultant lets this household see the number. */
  showScore: boolean
  homework: HomeworkDraft[]
}
export type Letter = { visitId: string; day: Temporal.PlainDate; words: string; from: string }
export type NextVisit = {
  localStart: Temporal.PlainDateTime
  minutes: number
  place: ServicePlace
  message: string
  consultant: string
  told: ToldOfService
}
export type PracticeContact = { name: string; phone: string | null; email: string | null }

/** `told`: what got in the way on days of the last week. */
export type AnimalAtHome = HomeAnimal & Progress & { told: ToldDay[]; homeworkSet: HomeworkSet | null }

export type Home = {
  today: Temporal.PlainDate
  zone: string
  practice: PracticeContact
  animals: AnimalAtHome[]
  letter: Letter | null
  /** When this person looked before; null the first time. */
  lookedAt: Temporal.Instant | null
  /** The names of who works there, by id. */
  members: Record<string, string>
  next: NextVisit | null
}

/** Of the other animals of a home, a page of one says the name that leads to theirs. */
export type Housemate = Pick<HomeAnimal, 'id' | 'name'>

export type LogSheet = {
  animals: Housemate[]
  /** The one to be logged; null where the household has no animal. */
  animal: HomeAnimal | null
  standing: AnimalStanding | null
  /** What the household said about photos and videos. */
  consent: PhotoConsent
  today: Temporal.PlainDate
  zone: string
}

export type OwnerPlan = {
  animals: Housemate[]
  animal: HomeAnimal | null
  progress: Progress
  safety: Safety | null
  today: Temporal.PlainDate
  zone: string
}

export type PastLog = { animals: Housemate[]; animal: Housemate | null; sessions: SessionRow[] }

export type Logged = { session: SessionDetail; standing: AnimalStanding | null; practicePhone: string | null }
