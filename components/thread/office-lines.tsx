import { Temporal } from 'temporal-polyfill'
import { Clock } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import type { Office } from '@/lib/domain/thread/office'
import type { Thread } from '@/lib/domain/thread/pages'
import { quietHours } from '@/lib/domain/thread/quiet'
import { dayOf } from '@/lib/domain/time/time'
import { dayLong, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { office: Office; thread: Thread; now: Temporal.Instant }

/** When there will be an answer, whether the practice is away, and how many messages this month had. */
export function OfficeLines({ office, thread, now }: Props) {
  const t = text('thread')
  const { rule, usedThisMonth: used, zone } = thread
  const today = dayOf(now, zone)
  const away =
    rule.awayNote !== '' && (rule.awayUntil === null || Temporal.PlainDate.compare(today, rule.awayUntil) < 0)
  const hour = (at: number) => time(Temporal.PlainTime.from({ hour: at }), zone)
  return (
    <div className="office">
      {away && (
        <Notice
          title={
            rule.awayUntil ? t('office.awayUntil', { day: dayLong(rule.awayUntil, zone) }) : t('office.away')
          }
        >
          <p className="message-words" dir="auto">
            {rule.awayNote}
          </p>
        </Notice>
      )}
      <p className="small">
        <Clock /> {officeWords(office, thread, today)}
      </p>
      <p className="tiny">
        {t('office.quiet', { from: hour(quietHours.from), until: hour(quietHours.until) })}
      </p>
      {rule.monthly !== null && (
        <p className="tiny">
          {t(used > rule.monthly ? 'fair.over' : 'fair.used', { used, all: rule.monthly })}
        </p>
      )}
    </div>
  )
}

function officeWords(office: Office, { practice, zone }: Thread, today: Temporal.PlainDate): string {
  const t = text('thread')
  const who = { practice: practice.name }
  if (office.is === 'open') return t('office.open', { ...who, time: time(office.until, zone) })
  if (!office.from) return t('office.nobody', who)
  const day = dayOf(office.from, zone)
  const days = today.until(day, { largestUnit: 'days' }).days
  const key = days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later'
  const when = t(`office.when.${key}`, { day: dayLong(day, zone), time: time(office.from, zone) })
  return office.closing === null
    ? t('office.from', { ...who, when })
    : t('office.fromClosing', { ...who, when, name: office.closing })
}
