import type { z } from 'zod'

/**
 * The noun's one schema, loaded when a field is first left: a page that shows a form does not wait for it.
 * The action on the server parses with the same schema.
 */
export const schemas = {
  noteDraft: () => import('@/lib/domain/note/schema').then((m) => m.noteDraftSchema),
  noteDecisions: () => import('@/lib/domain/note/schema').then((m) => m.noteDecisionsSchema),
  noteSignature: () => import('@/lib/domain/note/schema').then((m) => m.noteSignatureSchema),
  amendment: () => import('@/lib/domain/note/schema').then((m) => m.amendmentSchema),
  trainingSession: () => import('@/lib/domain/observation/schema').then((m) => m.trainingSessionSchema),
} satisfies Record<string, () => Promise<z.ZodType>>

export type SchemaName = keyof typeof schemas
