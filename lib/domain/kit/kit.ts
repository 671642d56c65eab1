import type { Temporal } from 'temporal-polyfill'
import type { DoorCard } from '@/lib/domain/door/page'
import type { NoteForWriting } from '@/lib/domain/note/pages'
import type { Snippet } from '@/lib/domain/note/snippet'
import type { WatchedAnimal } from '@/lib/domain/observation/live/page'
import type { VisitPhotos } from '@/lib/domain/photo/pages'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { Owner } from '@/lib/domain/sync/queue'

/** One home of the day, as its pages would show it. */
export type KitVisit = {
  door: DoorCard
  /** The code of the door, only where this person had it shown today; taking it along is a showing of its own. */
  code: string | null
  /** Null where the note is somebody else's. */
  note: NoteForWriting | null
  /** Whom photos may be taken of, and what the household said about that. */
  photos: Pick<VisitPhotos, 'consent' | 'animals'>
  animals: {
    animalId: string
    name: string
    species: Species
    visitId: string | null
    standing: AnimalStanding | null
  }[]
  /** Whom to watch live, in the order of a swipe. */
  watched: WatchedAnimal[]
}

/** A consultant's day, to be read where there is no signal. */
export type Kit = {
  owner: Owner
  name: string
  zone: string
  day: Temporal.PlainDate
  takenAt: Temporal.Instant
  visits: KitVisit[]
  /** The practice's words for notes. */
  snippets: Snippet[]
}
