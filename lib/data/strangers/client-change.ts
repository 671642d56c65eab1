import { Temporal } from 'temporal-polyfill'
import { newClientSchema } from '@/lib/domain/client/schema'
import { addClient, archiveClient, restoreClient, saveClient } from '../client-change'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const form = newClientSchema.parse({ name: 'Taken', zone: 'Europe/Vienna', person: { name: 'Nobody' } })

export const clientChange: Record<string, StrangerCase> = {
  // A member of another practice may add to their own, which is nothing of the target's.
  addClient: async (stranger, { world }) => {
    const answer = await addClient(stranger, form)
    return stranger.practiceId === world.practiceId ? answer : null
  },
  saveClient: (stranger, { household }) =>
    saveClient(stranger, { ...form, id: household.clientId, version: 1 }),
  archiveClient: (stranger, { household }) => archiveClient(stranger, { id: household.clientId }, now),
  restoreClient: (stranger, { household }) => restoreClient(stranger, { id: household.clientId }),
}
