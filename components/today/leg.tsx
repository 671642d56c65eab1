import type { Temporal } from 'temporal-polyfill'
import { Car, Coffee, House, Phone } from '@/components/ui/icons'
import type { DayLine, Leg as Way, LineVisit } from '@/lib/domain/scheduling/day-line'
import { minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { leg: Way; zone: string; ahead: boolean; remote: boolean; now: Temporal.Instant | null }

/** From this many free minutes on, the gap is a rest and said first. Ours. */
const rest = 45

/** The way to a stop: how long the drive is, what is spare, when to set off. */
export function Leg({ leg, zone, ahead, remote, now }: Props) {
  const t = text('today')
  const short = leg.spare !== null && leg.spare < 0
  const free = leg.spare !== null && leg.spare >= rest
  const Sign = remote ? Phone : free ? Coffee : Car
  return (
    <li className={`line-leg ${ahead ? 'is-ahead' : ''} ${now ? 'line-now' : ''}`}>
      <p className="line-at">{now && time(now, zone)}</p>
      <div className="rail" />
      <p className={`leg-on ${short ? 'is-short' : ''}`}>
        <Sign />
        <span>{said()}</span>
      </p>
    </li>
  )

  function said(): string {
    if (remote) return t('leg.call', { free: minutes(leg.free ?? 0) })
    if (leg.drive === null || leg.leaveBy === null)
      return leg.free === null ? t('leg.unknownStart') : t('leg.unknown', { free: minutes(leg.free) })
    const drive = leg.about ? t('leg.about', { drive: minutes(leg.drive) }) : minutes(leg.drive)
    const leave = { drive, time: time(leg.leaveBy, zone) }
    if (leg.from) return t(leg.from === 'home' ? 'leg.fromHome' : 'leg.fromOffice', leave)
    if (now) return t('leg.leaveBy', leave)
    if (short) return t('leg.short', { drive, short: minutes(-(leg.spare ?? 0)) })
    if (free) return t('leg.rest', { free: minutes(leg.spare ?? 0), ...leave })
    return t('leg.spareLeave', { ...leave, spare: minutes(leg.spare ?? 0) })
  }
}

/** The way to where the day ends after the last visit. */
export function Homeward({
  drive,
  at,
  to,
  zone,
}: NonNullable<DayLine<LineVisit>['homeward']> & { zone: string }) {
  return (
    <li className="line-leg is-ahead">
      <p className="line-at" />
      <div className="rail" />
      <p className="leg-on">
        <House />
        <span>{text('today')('leg.home', { drive: minutes(drive), time: time(at, zone), to })}</span>
      </p>
    </li>
  )
}
