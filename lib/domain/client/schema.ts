import { z } from 'zod'
import {
  integerBetween,
  longText,
  optionalEmail,
  optionOf,
  phone,
  requiredDay,
  requiredId,
  requiredOptionOf,
  requiredText,
  shortText,
  tick,
  version,
} from '@/lib/domain/form/fields'
import { locales } from '@/lib/domain/account/locale'
import { isZone } from '@/lib/domain/time/time'
import { consentKinds } from './consents'
import { heardFromChoices } from './heard-from'
import { optionalPlace } from './place-field'

const household = {
  street: shortText,
  postcode: z.string().trim().max(20, 'tooLong').default(''),
  town: shortText,
  coordinates: optionalPlace,
  /** Minutes to park and walk to the door; empty is the practice's. */
  parkingMinutes: integerBetween(0, 60),
  zone: requiredText.refine(isZone, 'notAZone'),
  accessNotes: longText,
  heardFrom: optionOf(heardFromChoices),
  heardFromWords: shortText,
  notes: longText,
}

const person = {
  name: requiredText,
  relation: shortText,
  email: optionalEmail,
  phone,
  /** What they read in, until they choose themselves. */
  locale: z.enum(locales, 'invalid').optional(),
  maySignIn: tick,
}

/** A new household with its main person; without a name of its own it takes the person's. */
export const newClientSchema = z.object({ name: shortText, ...household, person: z.object(person) })
export type NewClient = z.output<typeof newClientSchema>

export const clientSchema = z.object({ id: requiredId, version, name: requiredText, ...household })
export type ClientChange = z.output<typeof clientSchema>

export const newContactSchema = z.object({ clientId: requiredId, ...person, isMain: tick })
export type NewContact = z.output<typeof newContactSchema>

export const contactSchema = z.object({ id: requiredId, version, ...person, isMain: tick })
export type ContactChange = z.output<typeof contactSchema>

export const consentSchema = z.object({
  clientId: requiredId,
  kind: requiredOptionOf(consentKinds),
  given: requiredOptionOf(['yes', 'no']).transform((answer) => answer === 'yes'),
  givenOn: requiredDay,
  givenBy: requiredText,
})
export type NewConsent = z.output<typeof consentSchema>

/** One household or one person, for the verbs that need nothing else. */
export const oneId = z.object({ id: requiredId })
