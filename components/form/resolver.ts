'use client'
import type { FieldValues, Resolver } from 'react-hook-form'
import { fieldsOf } from '@/lib/domain/form/form-data'
import { schemas, type SchemaName } from './schemas'

/**
 * Checks what would be sent, read the way the server reads it, with the same schema; both are loaded on first use.
 * Where they cannot be loaded, for want of a signal, the server checks alone.
 */
export function resolverFor(name: SchemaName, formId: string): Resolver<FieldValues> {
  return async (values, context, options) => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return { values, errors: {} }
    const loaded = await loadedFor(name).catch(() => null)
    if (!loaded) return { values, errors: {} }
    const [{ zodResolver }, schema] = loaded
    const check = zodResolver(schema as Parameters<typeof zodResolver>[0]) as Resolver<FieldValues>
    return check(fieldsOf(new FormData(form)), context, options)
  }
}

/** Everything that checking takes; asked for early where the signal may be gone later. */
export const loadedFor = (name: SchemaName) =>
  Promise.all([import('@hookform/resolvers/zod'), schemas[name]()])
