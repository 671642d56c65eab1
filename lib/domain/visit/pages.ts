import type { ThreadLine } from '@/lib/domain/thread/pages'
import type { Temporal } from 'temporal-polyfill'
import type { Case } from '@/lib/domain/caseload/case'
import type { AskedTime, OpenRequest } from '@/lib/domain/request/pages'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Offer } from '@/lib/domain/result/result'
import type { Shade } from '@/lib/domain/scheduling/calendar-days'
import type { BetterDay } from '@/lib/domain/scheduling/better-day'
import type { DayAround } from '@/lib/domain/scheduling/day-around'
import type { DayLine, LineVisit } from '@/lib/domain/scheduling/day-line'
import type { ServiceMark } from '@/lib/domain/service/marks'
import type { ServicePlace } from '@/lib/domain/service/schema'
import type { ToldOfService } from '@/lib/domain/service/service'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { FreeAhead } from '@/lib/domain/waiting/pages'
import type { Verdict } from './obstacles'
import type { VisitStatus } from './status'

// What the pages about visits show; lib/data answers with these.

export type VisitAnimal = { id: string; name: string; species: Species; coat: string }
export type VisitEvent = {
  verb: string
  at: Temporal.Instant
  by: string | null
  from: string | null
  to: string | null
}

export type VisitPage = {
  id: string
  version: number
  status: VisitStatus
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  minutes: number
  /** Minutes before and after, as the service asked when it was booked; the longest way the service allows. */
  setUp: number
  wrapUp: number
  maxDrive: number | null
  place: ServicePlace
  message: string
  /** Why it stands although rules or calm spoke against it, and why it was laid over another visit. */
  ruleReason: string | null
  overlapReason: string | null
  /** One of several that were booked together. */
  seriesId: string | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  cancelReason: string | null
  serviceName: string
  consultantId: string
  consultantName: string
  household: {
    id: string
    name: string
    street: string
    postcode: string
    town: string
    accessNotes: string
    lat: number | null
    lng: number | null
  }
  animals: VisitAnimal[]
  contact: { name: string; phone: string } | null
  /** Who gets the mails about it; null: nobody has an address. */
  told: string | null
  note: { status: 'draft' | 'signed' } | null
  /** Sessions recorded at this visit, by animal id. */
  sessions: Record<string, number>
  /** Who else could go: the practice's trainers. */
  trainers: { id: string; name: string }[]
  /** What was done with it, oldest first. */
  history: VisitEvent[]
}

/** What moving a visit would do; nothing is moved by looking. */
export type MovePreview = {
  from: Temporal.Instant
  until: Temporal.Instant
  /** "22 min from Berger, 9 min to spare; adds 6 min of driving". */
  why: string
  /** Minutes of driving the visit adds to its day, where it stands and where it would. */
  driving: { before: number; after: number }
  /** What speaks against the time, sentences. */
  against: string[]
  /** `sayWhy`: with a reason; `taken`: only laid over another visit, by a practice owner. */
  verdict: Verdict
  layOver: boolean
}

export type MovePage = {
  visit: VisitPage
  offers: Offer[]
  /** Of the time that was asked for, or the key of what is wrong with it; null: no time was asked for. */
  preview: MovePreview | { refused: string } | null
}

export type HouseholdVisit = {
  id: string
  status: VisitStatus
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  place: ServicePlace
  serviceName: string
  consultantName: string
  message: string
  told: ToldOfService
  animals: VisitAnimal[]
  /** A signed note stands behind it: the summary can be read. */
  summary: boolean
}
export type HouseholdVisits = { next: HouseholdVisit | null; ahead: HouseholdVisit[]; past: HouseholdVisit[] }

export type TodayVisit = LineVisit & {
  version: number
  zone: string
  minutes: number
  serviceName: string
  clientId: string
  household: string
  address: string
  accessNotes: string
  /** Where to park, in words, and minutes from there to the door; what to bring. */
  parking: string
  parkingMinutes: number | null
  bring: string
  setOutAt: Temporal.Instant | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  tappedAt: Temporal.Instant | null
  contact: { name: string; phone: string } | null
  animals: (VisitAnimal & { sessions: number })[]
  note: 'draft' | 'signed' | null
}

export type NoteToSign = Pick<TodayVisit, 'id' | 'from' | 'zone' | 'household' | 'animals'> & {
  begun: boolean
}

export type TodayPage = {
  day: Temporal.PlainDate
  today: Temporal.PlainDate
  zone: string
  /** Whose day it is, and whose else can be looked at. */
  who: { id: string; name: string }
  trainers: { id: string; name: string }[]
  line: DayLine<TodayVisit>
  /** Orders of the day with less driving; nothing moves by itself. */
  better: BetterDay[]
  /** Where the day begins and ends; null: anywhere. */
  ends: Pick<DayAround, 'start' | 'end'>
  /** The visit whose last tap can be taken back, by id; null: none. */
  lastTap: string | null
  cancelled: TodayVisit[]
  standings: Map<string, AnimalStanding>
  /** Animals of the roster that need a person, the most pressing first. */
  needs: Case[]
  notes: NoteToSign[]
  /** What households ask for and wait for. */
  requests: OpenRequest[]
  /** Households that ask to be erased. */
  erasures: { clientId: string; household: string; askedAt: Temporal.Instant }[]
  /** Times that visits left and somebody waits for. */
  free: FreeAhead[]
  /** Households that wait for an answer, the urgent ones first. */
  threads: ThreadLine[]
  /** Nobody has been booked, ever: the page teaches instead. */
  isNew: boolean
}

export type CalendarVisit = {
  id: string
  status: VisitStatus
  from: Temporal.Instant
  until: Temporal.Instant
  /** When the consultant sets off; `from` where there is no drive. */
  leaves: Temporal.Instant
  /** Minutes of the way home after it, for the last home of the day; else 0. */
  homeward: number
  zone: string
  place: 'home' | 'remote'
  serviceName: string
  mark: ServiceMark
  household: string
  animals: string[]
  consultantId: string
  consultantName: string
}

export type CalendarPage = {
  zone: string
  trainers: { id: string; name: string }[]
  visits: CalendarVisit[]
  /** Times that households ask for and nobody answered yet. */
  asked: AskedTime[]
  /** When each trainer is not working, by their id and the day, "2026-05-14". */
  shades: ReadonlyMap<string, ReadonlyMap<string, Shade[]>>
}

export type BookingForm = {
  client: { id: string; name: string; zone: string; address: string }
  animals: VisitAnimal[]
  services: { id: string; name: string; minutes: number; place: ServicePlace }[]
  trainers: { id: string; name: string }[]
  /** What the form starts with: the viewer where they train, the first service. */
  consultantId: string
  serviceId: string
  /** The next times that fit that consultant and service. */
  offers: Offer[]
}
