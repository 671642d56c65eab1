import type { Temporal } from 'temporal-polyfill'

/** Hours in which no mail says that a message waits, on the reader's clock. Ours: nobody is woken. */
export const quietHours = { from: 21, until: 7 }

export function isQuiet(now: Temporal.Instant, zone: string): boolean {
  const { hour } = now.toZonedDateTimeISO(zone)
  return hour >= quietHours.from || hour < quietHours.until
}

/** Minutes that a message waits unread before a mail says so. Ours. */
export const mailAfterMinutes = 10
