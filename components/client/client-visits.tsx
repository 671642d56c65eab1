import type { Temporal } from 'temporal-polyfill'
import { ButtonLink } from '@/components/ui/button'
import { CalendarPlus } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { VisitStatus } from '@/lib/domain/visit/status'
import { dayInYear, dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Line = {
  id: string
  status: VisitStatus
  localStart: Temporal.PlainDateTime
  place: 'home' | 'remote'
  service: string
  consultant: string
  animals: readonly string[]
}
type Props = {
  ahead: readonly Line[]
  past: readonly Line[]
  clientId: string
  zone: string
  /** Nothing is booked for a household that is put away. */
  mayBook: boolean
}

/** Visits of a household, the next first, then back in time. */
export function ClientVisits({ ahead, past, clientId, zone, mayBook }: Props) {
  const t = text('client')
  return (
    <Section title={t('page.visits')}>
      <h3 className="tiny pt-4">{t('page.ahead')}</h3>
      {ahead.length === 0 ? (
        <p className="quiet small py-2">{t('page.noneAhead')}</p>
      ) : (
        <Lines lines={ahead} zone={zone} dayOf={dayShort} />
      )}
      {mayBook && (
        <div className="acts mt-4">
          <ButtonLink icon={CalendarPlus} href={paths.newVisit({ client: clientId })}>
            {t('page.book')}
          </ButtonLink>
          <ButtonLink look="plain" href={paths.newWaiting(clientId)}>
            {text('waiting')('add')}
          </ButtonLink>
        </div>
      )}
      {past.length > 0 && (
        <>
          <h3 className="tiny pt-6">{t('page.past')}</h3>
          <Lines lines={past} zone={zone} dayOf={dayInYear} />
        </>
      )}
    </Section>
  )
}

function Lines({
  lines,
  zone,
  dayOf,
}: {
  lines: readonly Line[]
  zone: string
  dayOf: (day: Temporal.PlainDate, zone: string) => string
}) {
  const t = text('client')
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-x-5 md:grid-cols-[15rem_minmax(0,1fr)_auto]">
          <a className="reach nb" href={paths.visit(line.id)}>
            {dayOf(line.localStart.toPlainDate(), zone)}, {time(line.localStart, zone)}
          </a>
          <span className="small">
            {line.service}
            {line.place === 'remote' && ` (${t('page.remote')})`}, {line.consultant}
            {line.animals.length > 0 && (
              <span className="tiny block">
                <bdi>{t('page.withAnimals', { names: line.animals.join(', ') })}</bdi>
              </span>
            )}
          </span>
          <span className="tiny">{t(`visitStatus.${line.status}`)}</span>
        </li>
      ))}
    </ul>
  )
}
