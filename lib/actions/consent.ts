'use server'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const writeDownConsent = defineAction({
  as: 'member',
  schema: consentSchema,
  verb: recordConsent,
  then: ({ clientId }) => paths.client(clientId),
})
