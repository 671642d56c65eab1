'use server'
import { addContact, removeContact, saveContact } from '@/lib/data/contact'
import { contactSchema, newContactSchema, oneId } from '@/lib/domain/client/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const addPerson = defineAction({
  as: 'member',
  schema: newContactSchema,
  verb: addContact,
  then: ({ clientId }) => paths.client(clientId),
})

export const savePerson = defineAction({
  as: 'member',
  schema: contactSchema,
  verb: saveContact,
  then: ({ clientId }) => paths.client(clientId),
})

export const removePerson = defineAction({
  as: 'member',
  schema: oneId,
  verb: removeContact,
  then: ({ clientId }) => paths.client(clientId),
})
