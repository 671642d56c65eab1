'use client'
import type { FieldValues, Resolver } from 'react-hook-form'
import { fieldsOf } from '@/lib/domain/form/form-data'
import { schemas, type SchemaName } from './schemas'

/** Checks what would be sent, read the way the server reads it, with the same schema; both are loaded on first use. */
export function resolverFor(name: SchemaName, formId: string): Resolver<FieldValues> {
  return async (values, context, options) => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return { values, errors: {} }
    const [{ zodResolver }, schema] = await Promise.all([import('@hookform/resolvers/zod'), schemas[name]()])
    const check = zodResolver(schema as Parameters<typeof zodResolver>[0]) as Resolver<FieldValues>
    return check(fieldsOf(new FormData(form)), context, options)
  }
}
