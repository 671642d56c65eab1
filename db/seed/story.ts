import type { Neutering, Origin, Sex, Temperament } from '@/lib/domain/animal/intake'
import type { Coat } from '@/lib/domain/animal/coats'
import type { ConsentKind } from '@/lib/domain/client/consents'
import type { HeardFrom } from '@/lib/domain/client/heard-from'
import type { Obstacle } from '@/lib/domain/obstacle/obstacle'
import type { Place, Species, Trigger } from '@/lib/domain/observation/vocabulary'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import type { GoalRisk } from '@/lib/domain/plan/words'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import type { Tap } from '@/lib/domain/observation/live/event'

// What is told of the demo practice, in days before today. The machinery beside it lives it day by day.

export type ConsultantKey = 'mairi' | 'jonas'
export type ServiceKey = 'first' | 'visit' | 'call'

/**
 * What one day of training was like: good, short and not interested, puts up with it (o), tense, says no,
 * red flag, vet sign (v); a capital G is two good sessions, a dot a day without any.
 */
export type DayLetter = 'g' | 'G' | 's' | 'o' | 't' | 'n' | 'r' | 'v' | '.'

export type PersonStory = {
  name: string
  relation: string
  email?: string
  phone?: string
  maySignIn?: boolean
}

export type VisitStory = {
  /** Days before today; a Sunday is moved to the Saturday before. */
  ago: number
  service: ServiceKey
  /** Which of the four times of today; only where `ago` is 0. */
  slot?: 0 | 1 | 2 | 3
  /** From the consultant to the household. */
  letter: string
  internal?: string
  present?: string
  place?: string
  obstacles?: ('time' | 'confidence' | 'cat_unwilling' | 'gear' | 'other')[]
  triedBefore?: string
  homeGaps?: string
  /** Signed unless it says otherwise. */
  ends?: 'draft' | 'notBegun' | 'cancelled' | 'noShow'
  cancelReason?: string
  /** `corrects`: what the first animal did, as it should have been written; else something is only added. */
  amendment?: { hoursLater: number; body: string; reason: string; shown: boolean; corrects?: 'seen' }
}

export type AheadStory = { days: number; service: ServiceKey; message?: string }

/** One animal's part of a visit, by the visit's `ago`. */
/** What was tapped while an animal was watched: the second, and the tap. */
export type Tapped = readonly (readonly [second: number, tap: Tap])[]

export type PartStory = {
  seen: string
  /** The stage after this visit; not given where nothing is decided yet. */
  to?: string
  /** Why it was decided otherwise than recommended, or why it rests. */
  reason?: string
  pauseDays?: number
  measured?: { grams: number; girthMm: number; neckMm: number; lengthMm?: number; gear: string }
  /** Ticked on the safety list at this visit, beside what a stage at the door needs anyway. */
  safety?: SafetyItemKey[]
  vetReferral?: string
  /** A photo was taken, for its household as well. */
  photo?: true
  /** What was tapped at this visit where it was watched live. */
  watched?: Tapped
}

export type AnimalStory = {
  name: string
  species?: Species
  coat: Coat
  bornMonthsAgo: number | null
  bornPrecision: 'day' | 'month' | 'year'
  sex: Sex
  neutering: Neutering
  breed?: string
  origin: Origin
  acquiredMonthsAgo?: number
  temperament: Temperament[]
  microchip?: string
  vet?: { name: string; phone: string }
  food: string
  /** Words it answers to, and by what somebody else knows it. */
  cues?: string
  marks?: string
  triggers: string
  notes?: string
  showScore?: boolean
  goal: string
  goalRisk: GoalRisk
  startStage?: string
  /** The practice's own protocol it follows; what is shipped for its species where left out. */
  protocol?: Protocol
  lateStartReason?: string
  minDaysFactor?: number
  /** Named in homework: what it works for, and where it likes to be. */
  treat: string
  spot: string
  /** Its stress is easily missed: the household taps loose where the consultant, in two sets a visit, sees watchful. */
  subtle?: boolean
  /** Where it goes once it goes out, and what it meets there. */
  site?: Place
  meets?: Trigger[]
  /** A letter a day from the plan's start to today. */
  days: string
  /** The owner's own words, by days before today. */
  said?: Record<number, string>
  /** What got in the way, by days before today on which nobody practised. */
  gotInTheWay?: Record<number, Obstacle>
  at: Record<number, PartStory>
}

export type HouseholdStory = {
  name: string
  consultant: ConsultantKey
  people: PersonStory[]
  street: string
  postcode: string
  lat: number
  lng: number
  access: string
  heardFrom?: HeardFrom
  heardFromWords?: string
  notes?: string
  consents: Partial<Record<ConsentKind, boolean>>
  animals: AnimalStory[]
  visits: VisitStory[]
  ahead: AheadStory[]
}

export const town = 'Edinburgh'
export const zone = 'Europe/London'
