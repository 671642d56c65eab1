import { z } from 'zod'
import {
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
import { isZone } from '@/lib/domain/time/time'
import { consentKinds } from './consents'
import { readCoordinates } from './coordinates'
import { heardFromChoices } from './heard-from'

const household = {
  street: shortText,
  postcode: z.string().trim().max(20, 'tooLong').default(''),
  town: shortText,
  /** "47.07, 15.43" becomes the two degrees; empty is no coordinates. */
  coordinates: z
    .string()
    .trim()
    .max(60, 'tooLong')
    .default('')
    .transform((text, context) => {
      if (text === '') return null
      const read = readCoordinates(text)
      if (!read) context.addIssue({ code: 'custom', message: 'notAPlace' })
      return read
    }),
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
