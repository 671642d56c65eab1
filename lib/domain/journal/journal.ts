import type { Temporal } from 'temporal-polyfill'
import type { HomeAnimal, Housemate } from '@/lib/domain/home/pages'
import type { Progress } from '@/lib/domain/log/progress'
import type { ShownPhoto } from '@/lib/domain/photo/pages'

/** A photo or film of the way, on the day it was taken. */
export type JournalPhoto = ShownPhoto & { day: Temporal.PlainDate }

/** What the page of an animal's progress is made of. */
export type Journal = {
  animals: Housemate[]
  animal: HomeAnimal | null
  progress: Progress
  /** Newest first. */
  photos: JournalPhoto[]
  today: Temporal.PlainDate
  zone: string
}
