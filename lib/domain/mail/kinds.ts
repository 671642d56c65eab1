import { z } from 'zod'
import { integerBetween, tick } from '@/lib/domain/form/fields'

/** Mails a person can do without. Everything else answers what somebody did: signing in, booking, asking, a visit. */
export const optionalMails = ['reminder', 'homework', 'messages', 'weekly'] as const
export type OptionalMail = (typeof optionalMails)[number]

export const isOptional = (kind: string): kind is OptionalMail => optionalMails.some((one) => one === kind)

/** Hours at which a nudge may come, on the clock of the home. Ours: nobody is woken. */
export const nudgeHours = { first: 6, last: 22 }

/** A reminder comes the evening before, and not any more so shortly before the visit. Ours. */
export const reminderHour = 18
export const reminderUntilHours = 3
/** No reminder of what a household was told in the hours before it. Ours. */
export const toldHours = 6

/** What a person of a household chooses; no hour is no nudge. */
export const householdMailsSchema = z.object({
  reminder: tick,
  messages: tick,
  homeworkHour: integerBetween(nudgeHours.first, nudgeHours.last),
})
export type HouseholdMails = z.output<typeof householdMailsSchema>

export const memberMailsSchema = z.object({ messages: tick, weekly: tick })
export type MemberMails = z.output<typeof memberMailsSchema>
