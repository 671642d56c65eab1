import 'server-only'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { fieldsOf, typedIn } from '@/lib/domain/form/form-data'
import type { FormAction, FormState } from '@/lib/domain/result/form-state'
import type { Result } from '@/lib/domain/result/result'
import { log } from '@/lib/log'
import { cameFromHere, fieldErrors, refusalState } from './define'
import { sentence } from './sentence'

type Definition<Schema extends z.ZodType> = {
  schema: Schema
  /** One verb of lib/auth: nobody is signed in yet. */
  verb: (input: z.output<Schema>) => Promise<Result>
  then: (input: z.output<Schema>) => string
}

/** The actions in front of the door; a short list that a test knows by name. */
export const openActions = new WeakSet<object>()

/** An action without a viewer: origin, parse, one verb of lib/auth, then on to the next page. */
export function defineOpenAction<Schema extends z.ZodType>(definition: Definition<Schema>): FormAction {
  const action: FormAction = async (before, form) => {
    const state = (answer: Partial<FormState> & Pick<FormState, 'status'>): FormState => ({
      errors: {},
      values: typedIn(form),
      turn: before.turn + 1,
      ...answer,
    })
    if (!(await cameFromHere()))
      return state({ status: 'refused', message: sentence('errors.foreignOrigin') })
    const parsed = definition.schema.safeParse(fieldsOf(form))
    if (!parsed.success) {
      const errors = fieldErrors(parsed.error.issues)
      return state({ status: 'invalid', message: sentence('signIn.pleaseCheck'), errors })
    }
    try {
      const result = await definition.verb(parsed.data)
      if (!result.ok) return state(refusalState(result))
    } catch (error) {
      unstable_rethrow(error)
      log.error({ err: error }, 'an open action failed')
      return state({ status: 'refused', message: sentence('errors.unexpected') })
    }
    redirect(definition.then(parsed.data))
  }
  openActions.add(action)
  return action
}
