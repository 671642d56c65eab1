import type { Temporal } from 'temporal-polyfill'
import type { CalendarViewName } from '@/lib/domain/scheduling/week'
import type { CalendarPage } from '@/lib/domain/visit/pages'

/** What is asked of the calendar: which days, whose, and how the address says it. */
export type CalendarView = CalendarPage & {
  days: readonly Temporal.PlainDate[]
  today: Temporal.PlainDate
  now: Temporal.Instant
  view: CalendarViewName
  who: string | undefined
}
