import type { Locale } from '@/lib/domain/account/locale'
import { writeCoordinates } from './coordinates'
import { heardFromShown } from './heard-from'

type Kept = {
  name: string
  street: string
  postcode: string
  town: string
  lat: number | null
  lng: number | null
  parkingMinutes: number | null
  zone: string
  accessNotes: string
  heardFrom: string | null
  notes: string
}

/** A household as the fields of its form. */
export function clientFields(kept: Kept) {
  const heard = heardFromShown(kept.heardFrom)
  return {
    name: kept.name,
    street: kept.street,
    postcode: kept.postcode,
    town: kept.town,
    coordinates: writeCoordinates(kept.lat, kept.lng),
    parkingMinutes: kept.parkingMinutes === null ? '' : String(kept.parkingMinutes),
    zone: kept.zone,
    accessNotes: kept.accessNotes,
    heardFrom: heard.choice,
    heardFromWords: heard.words,
    notes: kept.notes,
  }
}

type Person = {
  name: string
  relation: string
  email: string | null
  phone: string
  locale?: Locale | undefined
  isMain: boolean
  maySignIn: boolean
}

/** A person as the fields of their form; a tick that is not set is not sent. */
export const personFields = (person: Person) => ({
  name: person.name,
  relation: person.relation,
  email: person.email ?? '',
  phone: person.phone,
  locale: person.locale,
  isMain: person.isMain ? 'on' : undefined,
  maySignIn: person.maySignIn ? 'on' : undefined,
})
