import { defaultsOf } from '@/lib/domain/form/defaults'
import { animalBlockSchema, noteBodySchema, type AnimalBlock, type NoteBody } from './schema'
import { shownOfBlock } from './summary'

/** What of the whole visit can be corrected by name: everything in words or figures. */
export const bodyFields = [
  'present',
  'place',
  'weather',
  'consentChanges',
  'daysPractised',
  'triedBefore',
  'rooms',
  'homeGaps',
  'letter',
] as const satisfies readonly (keyof NoteBody)[]
/** Of an animal's part, everything. */
export const blockFields = Object.keys(animalBlockSchema.shape) as readonly (keyof AnimalBlock)[]

export type NoteField =
  | { part: 'body'; key: (typeof bodyFields)[number] }
  | { part: 'animal'; animalId: string; key: keyof AnimalBlock }
type Written = { body: NoteBody; animals: readonly { animalId: string; block: AnimalBlock }[] }

/** A field by the name it is sent and kept under: `body.letter`, `animals.<id>.seen`. Null where there is no such one. */
export function noteFieldFrom(name: string): NoteField | null {
  const [part, first, second, ...more] = name.split('.')
  const bodyKey = bodyFields.find((key) => key === first)
  if (part === 'body' && bodyKey && second === undefined) return { part, key: bodyKey }
  const key = blockFields.find((one) => one === second)
  return part === 'animals' && first && key && more.length === 0
    ? { part: 'animal', animalId: first, key }
    : null
}

export const nameOfField = (field: NoteField): string =>
  field.part === 'body' ? `body.${field.key}` : `animals.${field.animalId}.${field.key}`

/** Whether the household reads this field on its summary; one that it does not cannot reach it by a correction. */
export const isReadAtHome = (field: NoteField): boolean =>
  field.part === 'body' ? field.key === 'letter' : shownOfBlock.some((key) => key === field.key)

/** What the signed note says there, as a form would send it; null where the note has no such animal. */
export function textAt({ body, animals }: Written, field: NoteField): string | null {
  const of = field.part === 'body' ? body : animals.find(({ animalId }) => animalId === field.animalId)?.block
  return of ? String(defaultsOf(of)[field.key] ?? '') : null
}

/** Why a field cannot say this, a key of the catalogue's `errors`; null where it can. */
export function refuseText(field: NoteField, text: string): string | null {
  const schema = field.part === 'body' ? noteBodySchema.shape[field.key] : animalBlockSchema.shape[field.key]
  const read = schema.safeParse(text)
  if (!read.success) return read.error.issues[0]?.message ?? 'invalid'
  return read.data === undefined ? 'notAnOption' : null
}
