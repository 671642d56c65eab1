import type { ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import { JourneySteps } from '@/components/plan/journey-steps'
import { ReadinessPanel } from '@/components/readiness/readiness-panel'
import { SessionList } from '@/components/session/session-list'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { protocolFor } from '@/lib/domain/protocol/library'
import { stageAmong } from '@/lib/domain/plan/versions'
import { kindOfRow } from '@/lib/domain/session/kind-of-row'
import type { SessionRow } from '@/lib/domain/session/row'
import type { AnimalOverview } from '@/lib/domain/standing/overview'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { snapshotOf } from '@/lib/domain/standing/snapshot'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { verdict } from '@/lib/format/verdict'
import { paths } from '@/lib/paths'
import { flightOf } from './journey-of'
import { IndoorsPart, OutcomePart } from './outcome'
import { versionName } from './stage-names'

/** The wide column: readiness and the journey, or how a plan is started. */
export function AnimalStory({ animal, zone }: { animal: AnimalOverview; zone: string }) {
  const t = text('plan')
  const { standing, finished, plan } = animal
  if (finished) return <FinishedStory animal={animal} finished={finished} zone={zone} />
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
        {t('noPlanLead', { name: animal.name })}
      </EmptyState>
    )
  }
  return (
    <>
      {standing.status === 'enrichment' ? (
        <IndoorsPart standing={standing} />
      ) : (
        <ReadinessPanel
          kept={snapshotOf(standing, verdict(standing.sentence))}
          animalId={animal.id}
          name={animal.name}
          computed={animal.today}
          zone={zone}
          historyHref={paths.readiness(animal.id)}
        />
      )}
      <JourneyPart animal={animal} standing={standing} zone={zone}>
        {plan?.newer && (
          <p className="small quiet pt-2">
            {t('newer', { version: plan.newer.version })}{' '}
            <a href={paths.changeVersion(animal.id, plan.newer.id)}>{t('newerLook')}</a>
          </p>
        )}
      </JourneyPart>
    </>
  )
}

/** A completed plan: how it ended, the way that was gone, and that another may begin. */
function FinishedStory({
  animal,
  finished,
  zone,
}: {
  animal: AnimalOverview
  finished: AnimalStanding
  zone: string
}) {
  const t = text('plan')
  return (
    <>
      <OutcomePart standing={finished} zone={zone} />
      <JourneyPart animal={animal} standing={finished} zone={zone} />
      <p className="small quiet">
        {t('endedLead')} <a href={paths.startPlan(animal.id)}>{t('start')}</a>
      </p>
    </>
  )
}

type JourneyProps = { animal: AnimalOverview; standing: AnimalStanding; zone: string; children?: ReactNode }

function JourneyPart({ animal, standing, zone, children }: JourneyProps) {
  const t = text('plan')
  const [first] = standing.entries
  const date = first && monthDay(Temporal.PlainDate.from(first.enteredOn), zone)
  return (
    <Section
      title={t('journey')}
      aside={date && t('journeyAside', { date, protocol: versionName(standing.protocol) })}
    >
      <JourneySteps {...flightOf(standing, animal.coat)} />
      {children}
    </Section>
  )
}

/** Sessions that count now, then those of earlier stages. */
export function AnimalSessions({ animal }: { animal: AnimalOverview }) {
  const t = text('session')
  const { sessions, standing } = animal
  const latest = standing ?? animal.finished
  const used = new Map(standing?.assessment.sessionsUsed.map((one) => [one.id, one]))
  const here = sessions.filter(({ id, voidedAt }) => used.has(id) || voidedAt !== null)
  const earlier = sessions.filter((one) => !here.includes(one))
  const protocol = latest?.protocol ?? protocolFor(animal.species)
  const kindIn = (one: SessionRow) =>
    kindOfRow({ ...one, stress: one.tapped }, stageAmong(protocol, latest?.versions ?? {}, one.stageKey))
  return (
    <Section title={t('list')} id="sessions" aside={t('listAside')}>
      {sessions.length === 0 && <p className="small quiet pt-3">{t('listEmpty')}</p>}
      {here.length > 0 && <SessionList sessions={here} used={used} />}
      {earlier.length > 0 && (
        <Disclosure summary={t('earlier', { count: earlier.length })} open={here.length === 0}>
          <SessionList
            sessions={earlier}
            used={new Map(earlier.map((one) => [one.id, { kind: kindIn(one) }]))}
          />
        </Disclosure>
      )}
    </Section>
  )
}
