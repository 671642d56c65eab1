import type { Temporal } from 'temporal-polyfill'
import { dayInYear } from './dates'

/** "May 2026". */
export const monthInYear = (month: Temporal.PlainYearMonth): string =>
  dayInYear(month.toPlainDate({ day: 1 }), 'UTC').replace(/^1 /, '')
