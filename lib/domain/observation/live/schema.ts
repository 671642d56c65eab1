import { z } from 'zod'
import { requiredId } from '@/lib/domain/form/fields'
import { liveEventsSchema } from './event'

/** Taps on their way into the record. The observation's id is the one its session will have. */
export const keptTapsSchema = z.object({
  observationId: requiredId,
  visitId: requiredId,
  animalId: requiredId,
  events: liveEventsSchema,
})
export type KeptTaps = z.output<typeof keptTapsSchema>
