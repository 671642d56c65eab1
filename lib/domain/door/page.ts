import type { Temporal } from 'temporal-polyfill'
import type { Temperament } from '@/lib/domain/animal/intake'
import type { Pair } from '@/lib/domain/relation/relation'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import type { VisitStatus } from '@/lib/domain/visit/status'
import type { DoorPart } from './schema'

export type DoorAnimal = VisitAnimal & { worked: boolean; temperament: Temperament[]; knownTriggers: string }

/** What a consultant wants to know with a hand on the bell. The code is not in it. */
export type DoorCard = Record<DoorPart, string> & {
  /** Of the visit. */
  id: string
  version: number
  status: VisitStatus
  setOutAt: Temporal.Instant | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  /** On the clock of the home. */
  isToday: boolean
  place: 'home' | 'remote'
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  consultantId: string
  serviceName: string
  clientId: string
  household: string
  address: string
  accessNotes: string
  /** Minutes from the car to the door; null where nobody said. */
  parkingMinutes: number | null
  people: { name: string; relation: string; phone: string }[]
  animals: DoorAnimal[]
  pairs: Pair<DoorAnimal>[]
  hasCode: boolean
  /** Why the code stays closed, as a key of the catalogue; null where it may be shown. */
  codeRefusal: string | null
  standings: Map<string, AnimalStanding>
}
