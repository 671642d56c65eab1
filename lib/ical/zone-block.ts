import { Temporal } from 'temporal-polyfill'
import { zoneClock } from '@/lib/domain/time/zone-clock'

/**
 * The VTIMEZONE of an IANA zone for entries between two moments, epoch milliseconds: every change of its clocks from
 * more than a year before to more than a year after, one by one. Written from the clocks our own times are reckoned
 * with, never from a second table of zones: where the two differ, a calendar would show another hour than we meant.
 */
export function zoneBlock(zone: string, from: number, until: number): string {
  const { steps } = zoneClock(zone, from, until)
  const winter = Math.min(...steps.map(({ offset }) => offset))
  const parts = steps.flatMap(({ from: moment, offset }, index) => {
    const before = steps[index - 1]?.offset ?? offset
    const kind = offset > winter ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${kind}`,
      `DTSTART:${wallText(moment + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offset)}`,
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n')
}

/** "20260329T010000", of a wall time counted as if the wall stood in UTC. */
const wallText = (wall: number): string =>
  Temporal.Instant.fromEpochMilliseconds(wall)
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]|Z$/g, '')

/** "+0530"; seconds only where there are any. */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000
  const [hour, minute, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const digits = (rest ? [hour, minute, rest] : [hour, minute]).map((part) => String(part).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${digits.join('')}`
}
