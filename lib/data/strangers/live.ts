import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { keptTapsSchema } from '@/lib/domain/observation/live/schema'
import { keepTaps } from '../live'
import { livePage } from '../live-page'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const live: Record<string, StrangerCase> = {
  keepTaps: (stranger, { household, visitId }) => {
    const tap = { id: randomUUID(), device: 'phone', counter: 0, at: now.epochMilliseconds }
    const watching = { observationId: randomUUID(), visitId, animalId: household.animalId }
    const events = [{ ...tap, what: 'body', level: 0 }]
    return keepTaps(stranger, keptTapsSchema.parse({ ...watching, events }), now)
  },
  livePage: (stranger, { household, visitId }) =>
    livePage(stranger, { visitId, animalId: household.animalId }, now),
}
