import type { ReactNode } from 'react'
import { JourneySteps } from '@/components/plan/journey-steps'
import { ReadinessPanel } from '@/components/readiness/readiness-panel'
import { readinessOf } from '@/components/readiness/readiness-of'
import { SessionList } from '@/components/session/session-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { AnimalOverview } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { flightOf } from './journey-of'
import { Temporal } from 'temporal-polyfill'

/** The wide column: readiness and the journey, or how a plan is started. */
export function AnimalStory({ animal, zone }: { animal: AnimalOverview; zone: string }) {
  const t = text('plan')
  const { standing, plan } = animal
  if (!standing) {
    return (
      <EmptyState
        title={t('noPlanTitle')}
        action={
          <ButtonLink look="go" href={paths.startPlan(animal.id)}>
            {t('start')}
          </ButtonLink>
        }
      >
        {t(plan ? 'endedLead' : 'noPlanLead', { name: animal.name })}
      </EmptyState>
    )
  }
  const since = plan?.changes[0] && Temporal.PlainDate.from(plan.changes[0].enteredOn)
  return (
    <>
      <ReadinessPanel {...readinessOf(standing, zone, '#sessions')} />
      <Section
        title={t('journey')}
        aside={since && t('journeyAside', { date: dayInYear(since, zone), protocol: standing.protocolName })}
      >
        <JourneySteps {...flightOf(standing, animal.coat)} />
      </Section>
    </>
  )
}

/** Sessions that count now, then those of earlier stages. */
export function AnimalSessions({ animal, children }: { animal: AnimalOverview; children?: ReactNode }) {
  const t = text('session')
  const { sessions, standing } = animal
  const used = new Map(standing?.assessment.sessionsUsed.map((one) => [one.id, one]))
  const here = sessions.filter(({ id, voidedAt }) => used.has(id) || voidedAt !== null)
  const earlier = sessions.filter((one) => !here.includes(one))
  return (
    <Section title={t('list')} id="sessions" aside={t('listAside')}>
      {sessions.length === 0 && <p className="small quiet pt-3">{t('listEmpty')}</p>}
      {here.length > 0 && <SessionList sessions={here} used={used} />}
      {earlier.length > 0 && (
        <>
          <h3 className="sub pt-3">{t('earlier')}</h3>
          <SessionList sessions={earlier} used={new Map()} />
        </>
      )}
      {children}
    </Section>
  )
}
