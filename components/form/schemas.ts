import type { z } from 'zod'

/**
 * The noun's one schema, loaded when a field is first left: a page that shows a form does not wait for it.
 * The action on the server parses with the same schema.
 */
export const schemas = {
  trainingSession: () => import('@/lib/domain/observation/schema').then((m) => m.trainingSessionSchema),
} satisfies Record<string, () => Promise<z.ZodType>>

export type SchemaName = keyof typeof schemas
