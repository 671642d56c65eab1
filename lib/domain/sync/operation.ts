import { z } from 'zod'
import { liveEventSchema } from '@/lib/domain/observation/live/event'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { isNoteField } from './fields'

// What a device does while it may have no signal, each a thing that can be said again without happening again.

const id = z.uuid()
const said = z.union([z.string().max(8000), z.array(z.string().max(100)).max(100)])
const instant = z.iso.datetime({ offset: true })

/** Fields of a visit's draft: what stood there when the person began, and what they made of it. */
const saveDraft = z.object({
  kind: z.literal('save_draft'),
  visitId: id,
  /** The version that was looked at; 0 where there was no draft. */
  baseVersion: z.int().min(0),
  changes: z
    .array(z.object({ field: z.string().max(120).refine(isNoteField), base: said, mine: said }))
    .min(1)
    .max(2000),
})

/** A dated addition to a signed note, as a person put it. */
const amendNote = z.object({
  kind: z.literal('amend_note'),
  visitId: id,
  body: z.string().trim().min(1).max(4000),
  reason: z.string().trim().min(1).max(500),
  shown: z.boolean(),
})

/** A session under the id the device gave it, with the moment it began: nobody knows when it will be sent. */
const session = z.intersection(recordedSessionSchema, z.object({ id, animalId: id, startedAt: instant }))
const recordSession = z.object({ kind: z.literal('record_session'), session })

/** The same as its household saw it. */
const logHomework = z.object({ kind: z.literal('log_homework'), session })

/** Taps of a live observation in the order they were made; each has an id of its own. */
const appendEvents = z.object({
  kind: z.literal('append_events'),
  observationId: id,
  visitId: id,
  animalId: id,
  events: z.array(liveEventSchema).min(1).max(500),
})

/** What travels through POST /api/sync/v1. */
export const operationSchema = z.discriminatedUnion('kind', [
  saveDraft,
  amendNote,
  recordSession,
  appendEvents,
  logHomework,
])

/** The one thing that a household sends this way; everything else is the practice's. */
export const isOfHousehold = ({ kind }: Pick<Operation, 'kind'>): boolean => kind === 'log_homework'

/** Whose photo it is and where it belongs. */
export type PhotoPlace = { animalId: string; visitId?: string; sessionId?: string }

/** A photo or film. Its bytes lie beside the queue under its id and travel through POST /api/photos, as a form does. */
export type AddPhoto = PhotoPlace & {
  kind: 'add_photo'
  photoId: string
  shown: boolean
  /** As the file was called, its media type, and how many bytes travel. */
  name: string
  type: string
  size: number
}

/** As it waits on the device. */
export type Operation = z.input<typeof operationSchema> | AddPhoto
/** As the server reads it. */
export type ReadOperation = z.output<typeof operationSchema>
export type OperationOf<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>
