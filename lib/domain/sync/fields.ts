import { z } from 'zod'
import { defaultsOf } from '@/lib/domain/form/defaults'
import { treeOf } from '@/lib/domain/form/form-data'
import { animalBlockSchema, noteBodySchema, type NoteDraft } from '@/lib/domain/note/schema'
import { saidIn, type Fields, type Said } from './said'

/** Whether a note has this field; a change to any other would be lost in silence. */
export function isNoteField(field: string): boolean {
  const [first, ...path] = field.split('.')
  if (first === 'body') return hasField(noteBodySchema, path)
  if (first === 'animals') return path[0] !== '' && hasField(animalBlockSchema, path.slice(1))
  return field === 'internal'
}

/** Whether a form with this schema has one field at that path: text, a choice or chips. */
function hasField(schema: unknown, [key, ...rest]: readonly string[]): boolean {
  const inside = unwrapped(schema)
  if (inside instanceof z.ZodObject)
    return key !== undefined && Object.hasOwn(inside.shape, key) && hasField(inside.shape[key], rest)
  if (inside instanceof z.ZodArray && unwrapped(inside.element) instanceof z.ZodObject)
    return /^\d{1,2}$/.test(key ?? '') && hasField(inside.element, rest)
  return key === undefined
}

/** What stands in it, without its defaults and its reading of blanks. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return unwrapped(schema.unwrap())
  if (schema instanceof z.ZodPipe)
    return unwrapped(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
  return schema
}

type Written = Pick<NoteDraft, 'body' | 'internal' | 'animals'>

/** A draft as its fields. */
export const fieldsOfDraft = ({ body, internal, animals }: Written): Fields =>
  defaultsOf({ body, internal, animals: Object.fromEntries(animals.map((one) => [one.animalId, one.block])) })

/**
 * Fields as the form of a note would send them, for its schema to read: of these animals each, also where nothing
 * is said of it any more, and of no other.
 */
export function formOfFields(fields: Fields, animalIds: readonly string[]) {
  const under = (start: string) =>
    treeOf(
      Object.entries(fields).flatMap(([field, said]): [string, Said][] =>
        field.startsWith(start) ? [[field.slice(start.length), said]] : [],
      ),
    )
  return {
    body: under('body.'),
    internal: saidIn(fields, 'internal'),
    animals: animalIds.map((animalId) => ({ animalId, block: under(`animals.${animalId}.`) })),
  }
}

/** `animals.0.block.seen` of the form is `animals.<id>.seen` of the device. */
export const fieldAtPath = (path: readonly PropertyKey[], animalIds: readonly string[]): string =>
  path[0] === 'animals' && path[2] === 'block'
    ? ['animals', animalIds[Number(path[1])], ...path.slice(3)].join('.')
    : path.join('.')

/** Whose part of the note a field is; null where it speaks of the whole visit. */
export const animalOfField = (field: string): string | null =>
  field.startsWith('animals.') ? (field.split('.')[1] ?? null) : null
