import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { CalendarEntry } from '@/lib/domain/feed/feed'
import { instantOf } from '@/lib/domain/time/time'
import { zoneBlock } from './zone-block'

/**
 * Entries as an iCalendar file (RFC 5545), each in its own zone with the zone's clocks beside it. The same entries
 * give the same text, so that it can be told unchanged.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const [first, last] = [earliest(entries), latest(entries)]
  const calendar = ical({
    name,
    prodId: { company: 'Doorstep', product: 'Calendar feed', language: 'EN' },
    ttl: 3600,
    timezone: { name: null, generator: (zone) => (first && last ? zoneBlock(zone, first, last) : null) },
  })
  for (const entry of entries) {
    const zone = toldByTheWall(entry) ? entry.zone : 'UTC'
    const cancelled = entry.status === 'CANCELLED'
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: entry.from.toZonedDateTimeISO(zone),
      end: entry.until.toZonedDateTimeISO(zone),
      timezone: zone,
      status: ICalEventStatus[entry.status],
      transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      class: ICalEventClass.PRIVATE,
      summary: plain(entry.title),
      location: plain(entry.place) || null,
      description: plain(entry.text) || null,
      url: entry.address,
    })
  }
  return `${calendar.toString()}\r\n`
}

/** Whether the clocks show both ends once. An entry that begins or ends in a repeated hour is told in UTC. */
const toldByTheWall = ({ from, until, zone }: CalendarEntry): boolean =>
  [from, until].every((moment) => typeof instantOf(wallOf(moment, zone), zone) !== 'string')

const wallOf = (moment: Temporal.Instant, zone: string) => moment.toZonedDateTimeISO(zone).toPlainDateTime()

/** Text as the format can carry it: one kind of line break, no other control characters, no half characters. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')

const earliest = (entries: readonly CalendarEntry[]) =>
  entries.map(({ from }) => from).toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
const latest = (entries: readonly CalendarEntry[]) =>
  entries.map(({ until }) => until).toSorted((a, b) => Temporal.Instant.compare(b, a))[0]
