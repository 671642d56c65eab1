import { Temporal } from 'temporal-polyfill'
import { listClients } from '../client-list'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const clientList: Record<string, StrangerCase> = {
  listClients: async (stranger, { household }) => {
    const all = await listClients(stranger, {}, now)
    const behind = await listClients(stranger, { after: household.clientId }, now)
    return [...all.clients, ...behind.clients].filter(({ id }) => id === household.clientId)
  },
}
