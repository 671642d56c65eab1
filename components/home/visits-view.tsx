import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { Prepare } from '@/components/visit/prepare'
import type { ToldOfService } from '@/lib/domain/service/service'
import { canMove, type VisitStatus } from '@/lib/domain/visit/status'
import type { ReactNode } from 'react'
import type { Temporal } from 'temporal-polyfill'
import { dayLong, dayShort, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type OwnVisit = {
  id: string
  status: VisitStatus
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  serviceName: string
  consultantName: string
  message: string
  told: ToldOfService
  summary: boolean
}

/** The household's visits: what is ahead with its message, what was, with its summary. */
export function VisitsView({
  ahead,
  past,
  children,
}: {
  ahead: readonly OwnVisit[]
  past: readonly OwnVisit[]
  children: ReactNode
}) {
  const t = text('home')
  return (
    <>
      <header className="page-head">
        <h1 className="page-title">{t('visits.title')}</h1>
        <div className="acts">
          <ButtonLink look="go" href={paths.askVisit()}>
            {text('request')('own.ask')}
          </ButtonLink>
          <ButtonLink href={paths.homeWait()}>{text('waiting')('own.wait')}</ButtonLink>
        </div>
      </header>
      {children}
      <div className="home-cols home-cols-even">
        <Section title={t('visits.ahead')}>
          {ahead.length === 0 && <p className="after">{t('visits.noneAhead')}</p>}
          <ul className="rows">
            {ahead.map((visit) => (
              <li key={visit.id}>
                <When visit={visit} />
                {visit.message && (
                  <p className="small message" dir="auto">
                    {visit.message}
                  </p>
                )}
                {visit.status !== 'cancelled' && <Prepare told={visit.told} />}
                {canMove(visit.status) && (
                  <ButtonLink
                    look="plain"
                    href={paths.homeVisit(visit.id)}
                    aria-label={text('request')('own.changeIt', { date: dayShort(visit.from, visit.zone) })}
                  >
                    {text('request')('own.change')}
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('visits.past')}>
          {past.length === 0 && <p className="after">{t('visits.nonePast')}</p>}
          <ul className="rows">
            {past.map((visit) => (
              <li key={visit.id}>
                <When visit={visit} />
                {visit.summary ? (
                  <ButtonLink
                    look="plain"
                    href={paths.homeSummary(visit.id)}
                    aria-label={t('visits.summaryOf', { date: dayShort(visit.from, visit.zone) })}
                  >
                    {t('visits.summary')}
                  </ButtonLink>
                ) : (
                  <p className="tiny">{t('visits.notYet')}</p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}

function When({ visit }: { visit: OwnVisit }) {
  const t = text('home')
  return (
    <>
      <p>
        <b>{dayLong(visit.from, visit.zone)}</b>, {timeRange(visit.from, visit.until, visit.zone)}
        {visit.status === 'cancelled' && <span className="quiet"> · {t('visits.cancelled')}</span>}
      </p>
      <p className="small quiet">
        {t('visits.with', { service: visit.serviceName, name: visit.consultantName })}
      </p>
    </>
  )
}
