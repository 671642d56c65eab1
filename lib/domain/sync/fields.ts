import { defaultsOf } from '@/lib/domain/form/defaults'
import { animalBlockSchema, noteBodySchema, pillars, type NoteDraft } from '@/lib/domain/note/schema'
import { saidIn, type Fields, type Said } from './said'

const ofBody = new Set(Object.keys(noteBodySchema.shape).filter((key) => key !== 'pillars'))
const ofBlock = new Set(Object.keys(animalBlockSchema.shape))

/** Whether a note has this field; a change to any other would be lost in silence. */
export function isNoteField(field: string): boolean {
  const [first, second = '', third = '', ...more] = field.split('.')
  if (more.length > 0) return false
  if (first === 'animals') return second !== '' && ofBlock.has(third)
  if (first !== 'body') return field === 'internal'
  if (second === 'pillars') return (pillars as readonly string[]).includes(third)
  return third === '' && field === `body.${second}` && ofBody.has(second)
}

type Written = Pick<NoteDraft, 'body' | 'internal' | 'animals'>

/** A draft as its fields. */
export const fieldsOfDraft = ({ body, internal, animals }: Written): Fields =>
  defaultsOf({ body, internal, animals: Object.fromEntries(animals.map((one) => [one.animalId, one.block])) })

/**
 * Fields as the form of a note would send them, for its schema to read: of these animals each, also where nothing
 * is said of it any more, and of nothing a note does not have.
 */
export function formOfFields(fields: Fields, animalIds: readonly string[]) {
  const body: Record<string, Said> = {}
  const ofPillars: Record<string, Said> = {}
  const blocks = new Map(animalIds.map((animalId) => [animalId, {} as Record<string, Said>]))
  for (const [field, said] of Object.entries(fields)) {
    if (!isNoteField(field)) continue
    const [first, second = '', third = ''] = field.split('.')
    if (first === 'animals') Object.assign(blocks.get(second) ?? {}, { [third]: said })
    else if (second === 'pillars') ofPillars[third] = said
    else if (first === 'body') body[second] = said
  }
  return {
    body: { ...body, pillars: ofPillars },
    internal: saidIn(fields, 'internal'),
    animals: [...blocks].map(([animalId, block]) => ({ animalId, block })),
  }
}

/** Whose part of the note a field is; null where it speaks of the whole visit. */
export const animalOfField = (field: string): string | null =>
  field.startsWith('animals.') ? (field.split('.')[1] ?? null) : null
