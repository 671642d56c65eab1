import type { Temporal } from 'temporal-polyfill'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { Owner } from '@/lib/domain/sync/queue'

/** The log of one animal as its page would show it. */
export type LogSheetAlong = {
  animal: HomeAnimal
  /** Null in the indoor programme. */
  stage: Stage | null
  /** Without a plan there is nothing to log; a rest is practised by nobody, and written down all the same. */
  is: 'training' | 'resting' | 'noPlan'
}

/** A household's logs, to be filled in where there is no signal. */
export type HomeKit = {
  owner: Owner
  practice: string
  /** Of the home. */
  zone: string
  takenAt: Temporal.Instant
  /** As it stood then; what holds when a photo arrives decides. */
  consent: PhotoConsent
  sheets: LogSheetAlong[]
}
