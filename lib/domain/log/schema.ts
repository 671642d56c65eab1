import { z } from 'zod'
import { recordedSessionSchema } from '@/lib/domain/session/schema'

/** The first chip of "when": the moment at which the form arrives. */
export const justNow = 'now'

/** A time belongs to a chosen day: "just now" overrules one that was typed before. */
const withoutStrayTime = (form: unknown): unknown => {
  if (typeof form !== 'object' || form === null || !('day' in form)) return form
  return form.day === justNow || form.day === '' ? { ...form, day: '', time: '' } : form
}

/** The owner's homework log as its form sends it: a session whose day is "just now" or one of the last days. */
export const ownerLogSchema = z.preprocess(withoutStrayTime, recordedSessionSchema)
