import { Temporal } from 'temporal-polyfill'
import type { Could } from '@/lib/domain/waiting/waiting'
import { dayShort, weekdayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** A Monday: only there to name the days after it. */
const monday = Temporal.PlainDate.from('2026-01-05')

/** "Tue, Thu, 09:00 to 12:00, until Sun 31 May". */
export function couldWords({ weekdays, fromTime, untilTime, untilDay }: Could): string {
  const t = text('waiting')
  const days = weekdays.map((day) => weekdayShort(monday.add({ days: day - 1 }), 'UTC'))
  const times =
    fromTime !== null && untilTime !== null
      ? [t('between', { from: fromTime, to: untilTime })]
      : [
          ...(fromTime === null ? [] : [t('from', { from: fromTime })]),
          ...(untilTime === null ? [] : [t('until', { until: untilTime })]),
        ]
  const last = t('last', { day: dayShort(untilDay, 'UTC') })
  return [...(days.length % 7 === 0 ? [t('anytime')] : days), ...times, last].join(', ')
}
