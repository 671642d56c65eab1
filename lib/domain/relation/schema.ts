import { z } from 'zod'
import { requiredDay, requiredId, requiredOptionOf, shortText } from '@/lib/domain/form/fields'
import { relationKinds } from './relation'

/** Two ids as one option of a form. */
const pair = z
  .string('required')
  .regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/i, 'required')
  .transform((both) => both.split(' ') as [string, string])

export const pairValue = (a: { id: string }, b: { id: string }): string => `${a.id} ${b.id}`

export const relationSchema = z.object({
  clientId: requiredId,
  pair,
  kind: requiredOptionOf(relationKinds),
  since: requiredDay,
  saidBy: shortText,
})
export type NewRelation = z.output<typeof relationSchema>
