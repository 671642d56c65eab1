import { z } from 'zod'
import {
  optionalId,
  requiredId,
  requiredLongText,
  requiredOptionOf,
  requiredText,
  version,
} from '@/lib/domain/form/fields'

/** Where words of the practice can be put in: the fields of a note that hold whole sentences. */
export const snippetFields = [
  'seen',
  'letter',
  'homeGaps',
  'triedBefore',
  'consentChanges',
  'vetReferral',
  'internal',
] as const
export type SnippetField = (typeof snippetFields)[number]

/** The most a practice keeps: more are not found on a phone. Ours. */
export const mostSnippets = 60

export const snippetSchema = z.object({
  /** Left out for a new one. */
  id: optionalId,
  version: version.optional(),
  name: requiredText,
  field: requiredOptionOf(snippetFields),
  body: requiredLongText,
})
export const snippetKey = z.object({ id: requiredId })
export type SnippetForm = z.output<typeof snippetSchema>

export type Snippet = { id: string; version: number; name: string; field: SnippetField; body: string }
