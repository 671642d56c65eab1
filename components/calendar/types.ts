import type { Temporal } from 'temporal-polyfill'
import type { CalendarPage } from '@/lib/domain/visit/pages'

/** What is asked of the calendar: which days, whose, and how the address says it. */
export type CalendarView = CalendarPage & {
  days: readonly Temporal.PlainDate[]
  today: Temporal.PlainDate
  now: Temporal.Instant
  view: 'week' | 'day'
  who: string | undefined
}
