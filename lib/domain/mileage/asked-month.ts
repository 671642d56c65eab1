import { Temporal } from 'temporal-polyfill'

/** A month from an address bar, "2026-05"; anything else is the month of today. */
export function askedMonth(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainYearMonth {
  return text && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text)
    ? Temporal.PlainYearMonth.from(text)
    : today.toPlainYearMonth()
}

/** Its first and last day. */
export const daysOfMonth = (month: Temporal.PlainYearMonth) => ({
  first: month.toPlainDate({ day: 1 }),
  last: month.toPlainDate({ day: month.daysInMonth }),
})
