import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { CalendarEntry } from '@/lib/domain/feed/feed'
import { repeats, zoneClock } from '@/lib/domain/time/zone-clock'
import { folded } from './fold'
import { zoneBlock } from './zone-block'

/**
 * Entries as an iCalendar file (RFC 5545), each in its own zone with the zone's clocks beside it. The same entries
 * give the same text, so that it can be told unchanged. `method` is for a file that is sent (RFC 5546); a feed has none.
 */
export function calendarText(
  name: string,
  entries: readonly CalendarEntry[],
  method?: 'PUBLISH' | 'CANCEL',
): string {
  const calendar = ical({
    name,
    ...(method && { method: ICalCalendarMethod[method] }),
    prodId: { company: 'Doorstep', product: 'Calendar feed', language: 'EN' },
    ttl: 3600,
  })
  const frame = calendar.toString()
  const [first, last] = [earliest(entries), latest(entries)]
  const told = entries.map((entry) => ({
    entry,
    zone: isShownTwice(entry, first, last) ? 'UTC' : entry.zone,
  }))
  const events = told.map(({ entry, zone }) =>
    calendar
      .createEvent({
        id: entry.uid,
        sequence: entry.sequence,
        stamp: entry.changedAt,
        lastModified: entry.changedAt,
        start: entry.from.toZonedDateTimeISO(zone),
        end: entry.until.toZonedDateTimeISO(zone),
        timezone: zone,
        status: ICalEventStatus[entry.status],
        transparency: ICalEventTransparency[entry.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'],
        class: ICalEventClass.PRIVATE,
        summary: plain(entry.title),
        location: plain(entry.place) || null,
        description: plain(entry.text) || null,
        url: entry.address,
      })
      .toString(),
  )
  const zones = new Set(told.map(({ zone }) => zone).filter((zone) => zone !== 'UTC'))
  const blocks = [...zones].map((zone) => `${zoneBlock(zone, first, last)}\r\n`)
  const end = 'END:VCALENDAR'
  return `${frame.slice(0, -end.length)}${folded([...blocks, ...events].join(''))}${end}\r\n`
}

/** Whether an end of it lies in an hour that the clocks show twice: such an entry is told in UTC. */
function isShownTwice({ from, until, zone }: CalendarEntry, first: number, last: number): boolean {
  const ends = [from.epochMilliseconds, until.epochMilliseconds]
  const twice = repeats(zoneClock(zone, first, last))
  return twice.some((span) => ends.some((end) => end >= span.from && end < span.until))
}

/** Text as the format can carry it: one kind of line break, no other control characters, no half characters. */
const plain = (text: string): string =>
  text.replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')

const earliest = (entries: readonly CalendarEntry[]) =>
  Math.min(...entries.map(({ from }) => from.epochMilliseconds))
const latest = (entries: readonly CalendarEntry[]) =>
  Math.max(...entries.map(({ until }) => until.epochMilliseconds))
