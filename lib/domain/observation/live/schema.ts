import { z } from 'zod'
import { requiredId } from '@/lib/domain/form/fields'
import { trainingSessionSchema } from '../schema'
import { liveEventsSchema } from './event'

/** Taps on their way into the record. The observation's id is the one its session will have. */
export const keptTapsSchema = z.object({
  observationId: requiredId,
  visitId: requiredId,
  animalId: requiredId,
  events: liveEventsSchema,
})
export type KeptTaps = z.output<typeof keptTapsSchema>

/** The end of an observation: its taps, and the session as the person looked it over. */
export const finishedObservationSchema = keptTapsSchema.extend({ session: trainingSessionSchema })
export type FinishedObservation = z.output<typeof finishedObservationSchema>
