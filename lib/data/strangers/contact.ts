import { Temporal } from 'temporal-polyfill'
import { newContactSchema } from '@/lib/domain/client/schema'
import { addContact, peopleOf, personForEditing, removeContact, saveContact } from '../contact'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const form = (clientId: string) =>
  newContactSchema.parse({ clientId, name: 'Nobody', email: 'nobody@example.test', maySignIn: 'on' })

export const contact: Record<string, StrangerCase> = {
  peopleOf: (stranger, { household }) => peopleOf(stranger, household.clientId),
  personForEditing: (stranger, { household }) => personForEditing(stranger, household.contactId),
  addContact: (stranger, { household }) => addContact(stranger, form(household.clientId)),
  saveContact: (stranger, { household }) =>
    saveContact(stranger, { ...form(household.clientId), id: household.contactId, version: 1 }),
  removeContact: (stranger, { household }) => removeContact(stranger, { id: household.contactId }, now),
}
