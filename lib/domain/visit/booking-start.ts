import { Temporal } from 'temporal-polyfill'
import { dayOf, spanOfDay } from '@/lib/domain/time/time'

/** Where the search for a free time begins: the asked day's first moment, never before an hour from now. */
export function bookingStart(asked: Temporal.PlainDate | undefined, zone: string, now: Temporal.Instant) {
  const soon = now.add({ hours: 1 })
  const wanted = asked ? spanOfDay(asked, zone).from : soon
  const after = Temporal.Instant.compare(wanted, soon) > 0 ? wanted : soon
  return { after, day: dayOf(after, zone).toString() }
}
