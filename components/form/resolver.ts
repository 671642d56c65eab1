'use client'
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import { set } from 'react-hook-form'
import { fieldsOf } from '@/lib/domain/form/form-data'
import { schemas, type SchemaName } from './schemas'

/** Checks what would be sent, read the way the server reads it, with the same schema. */
export function resolverFor(name: SchemaName, formId: string): Resolver<FieldValues> {
  return async (values) => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return { values, errors: {} }
    const schema = await schemas[name]()
    const parsed = schema.safeParse(fieldsOf(new FormData(form)))
    if (parsed.success) return { values, errors: {} }
    const errors: FieldErrors = {}
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.') || 'root'
      const field = form.elements.namedItem(path)
      set(errors, path, {
        type: 'check',
        message: issue.message,
        ref: field instanceof HTMLElement ? field : undefined,
      })
    }
    return { values: {}, errors }
  }
}
