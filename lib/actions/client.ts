'use server'
import { addClient, archiveClient, restoreClient, saveClient } from '@/lib/data/client-change'
import { clientSchema, newClientSchema, oneId } from '@/lib/domain/client/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const addNewClient = defineAction({
  as: 'member',
  schema: newClientSchema,
  verb: addClient,
  then: ({ id }) => paths.client(id),
})

export const saveChangedClient = defineAction({
  as: 'member',
  schema: clientSchema,
  verb: saveClient,
  then: ({ id }) => paths.client(id),
})

export const archiveOneClient = defineAction({ as: 'member', schema: oneId, verb: archiveClient })

export const restoreOneClient = defineAction({ as: 'member', schema: oneId, verb: restoreClient })
