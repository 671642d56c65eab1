import type { Temporal } from 'temporal-polyfill'
import { dayShort } from '@/lib/format/dates'

/** "19 Mar", for drawings where the weekday has no room. */
export const dayMonth = (day: Temporal.PlainDate): string =>
  dayShort(day, 'UTC').split(' ').slice(1).join(' ')
