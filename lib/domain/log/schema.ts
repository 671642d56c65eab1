import { z } from 'zod'
import { recordedSessionSchema } from '@/lib/domain/session/schema'

const isFilled = (value: unknown) => typeof value === 'string' && value.trim() !== ''

/** A time belongs to a chosen day: "just now" overrules one that was typed before. */
const withoutStrayTime = (form: unknown): unknown =>
  typeof form === 'object' && form !== null && 'time' in form && !('day' in form && isFilled(form.day))
    ? { ...form, time: '' }
    : form

/** The owner's homework log as its form sends it: a session whose day is "just now" or one of the last days. */
export const ownerLogSchema = z.preprocess(withoutStrayTime, recordedSessionSchema)
