import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { currentGuardian, currentMember, localeOf } from '@/lib/auth/viewer'
import { origin } from '@/lib/auth/origin'
import { sharedViewer } from '@/lib/auth/shared'
import { askedLocale } from '@/lib/auth/spoken'
import type { GuardianViewer, MemberViewer, ShareViewer } from '@/lib/domain/access/viewer'
import { now } from '@/lib/clock'
import { NotFound, type Refusal, type Result } from '@/lib/domain/result/result'
import type { FormAction, FormState } from '@/lib/domain/result/form-state'
import { inLocale } from '@/lib/format/in-locale'
import { log } from '@/lib/log'
import { fieldsOf, typedIn } from '@/lib/domain/form/form-data'
import { sentence } from './sentence'

type Hat = {
  member: MemberViewer
  guardian: GuardianViewer
  person: MemberViewer | GuardianViewer
  /** Whoever holds the link whose token the form sends. */
  link: ShareViewer
}

type Verb<As extends keyof Hat, Schema extends z.ZodType> = (
  viewer: Hat[As],
  input: z.output<Schema>,
  now: Temporal.Instant,
) => Promise<Result<unknown>>
type Answer<V extends (...args: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<V>>, { ok: true }> extends { value: infer Value } ? Value : never

type Definition<As extends keyof Hat, Schema extends z.ZodType, V extends Verb<As, Schema>> = {
  /** Which viewer the action needs. */
  as: As
  schema: Schema
  /** What is made of the form before it is read: the text of a file that came with it. */
  prepared?: (form: FormData) => Promise<FormData>
  /** One verb of lib/data; it is told the moment of the request. */
  verb: V
  /** Where to go when it is done; without it the form stays and says so. */
  then?: (value: Answer<V>, input: z.output<Schema>) => string
  /** The sentence shown when the form stays: a key of the catalogue, `area.key`. */
  said?: string
  /** What a form that stays is told this once: the address of a link that was just made. */
  tells?: (value: Answer<V>) => Record<string, string>
}

/** Every action and the verb it says, for the test that demands a stranger for each. */
export const verbOfAction = new WeakMap<object, object>()

/** An action: origin, viewer, parse, one verb, result. Refusals become sentences here and nowhere else. */
export function defineAction<As extends keyof Hat, Schema extends z.ZodType, V extends Verb<As, Schema>>(
  definition: Definition<As, Schema, V>,
): FormAction {
  const action: FormAction = async (before, sent) => {
    const form = definition.prepared ? await definition.prepared(sent) : sent
    const state = (answer: Partial<FormState> & Pick<FormState, 'status'>): FormState => ({
      errors: {},
      values: typedIn(form),
      turn: before.turn + 1,
      ...answer,
    })
    if (!(await cameFromHere()))
      return state({ status: 'refused', message: sentence('errors.foreignOrigin') })
    const viewer = await viewerAs(definition.as, form)
    if (!viewer && definition.as === 'link') notFound()
    if (!viewer) return state({ status: 'signedOut', message: sentence('errors.signedOut') })

    const spoken = viewer.kind === 'share' ? await askedLocale() : localeOf(viewer)
    return inLocale(spoken, async () => {
      const parsed = definition.schema.safeParse(fieldsOf(form))
      if (!parsed.success) {
        const errors = fieldErrors(parsed.error.issues)
        return state({ status: 'invalid', message: sentence('errors.checkFields'), errors })
      }
      let goTo: string | undefined
      let told: Record<string, string> | undefined
      try {
        const result = await definition.verb(viewer, parsed.data, now())
        if (!result.ok) return state(refusalState(result))
        goTo = definition.then?.(result.value as Answer<V>, parsed.data)
        told = definition.tells?.(result.value as Answer<V>)
      } catch (error) {
        unstable_rethrow(error)
        if (error instanceof NotFound) notFound()
        log.error({ err: error }, 'an action failed')
        return state({ status: 'refused', message: sentence('errors.unexpected') })
      }
      refresh() // also before going elsewhere: on the very page, the browser would show what it kept
      if (goTo) redirect(goTo)
      return state({
        status: 'done',
        values: told ?? {},
        ...(definition.said ? { message: sentence(definition.said) } : {}),
      })
    })
  }
  verbOfAction.set(action, definition.verb)
  return action
}

/** The browser says where a post comes from; a missing or foreign origin is not ours. */
export async function cameFromHere(): Promise<boolean> {
  const sent = await headers()
  const from = sent.get('origin')
  return from === null ? sent.get('sec-fetch-site') === 'same-origin' : from === origin()
}

async function viewerAs<As extends keyof Hat>(as: As, form: FormData): Promise<Hat[As] | null> {
  if (as === 'link') return (await sharedViewer(String(form.get('token')))) as Hat[As] | null
  const viewer =
    as === 'member'
      ? await currentMember()
      : as === 'guardian'
        ? await currentGuardian()
        : ((await currentMember()) ?? (await currentGuardian()))
  return viewer as Hat[As] | null
}

export function fieldErrors(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[issue.path.join('.')] ??= sentence(issue.message)
  return errors
}

export function refusalState(refusal: Refusal): Partial<FormState> & Pick<FormState, 'status'> {
  const errors = Object.fromEntries(
    Object.entries(refusal.fields ?? {}).map(([field, reason]) => [field, sentence(reason, refusal.values)]),
  )
  return {
    status: refusal.theirs ? 'conflict' : 'refused',
    message: sentence(refusal.reason, refusal.values),
    errors,
    ...(refusal.theirs ? { theirs: refusal.theirs } : {}),
    ...(refusal.version === undefined ? {} : { version: refusal.version }),
    ...(refusal.offers ? { offers: refusal.offers } : {}),
  }
}
