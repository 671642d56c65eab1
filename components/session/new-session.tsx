import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { fieldsOfProposed } from '@/lib/domain/observation/live/as-form'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { proposedSession } from '@/lib/domain/observation/live/propose'
import { WatchedLive } from '@/components/live/watched-live'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { SessionForm } from './session-form'

type Props = {
  animal: { animalId: string; name: string; species: Species; visitId: string | null }
  standing: AnimalStanding | null
  sessionId: string
  action: FormAction
  cancelHref: string
  /** What was tapped where it was watched live: the form begins with what that comes to. */
  watched?: { id: string; taps: readonly LiveEvent[]; zone: string } | null
  /** Where a page is: without a signal somewhere else. */
  at?: (path: string) => string
}

/** The page of a blank session; without a plan it teaches starting one. */
export function NewSession({
  animal,
  standing,
  sessionId,
  action,
  cancelHref,
  watched,
  at = (path) => path,
}: Props) {
  const t = text('session')
  const { animalId, name, species, visitId } = animal
  if (!standing) {
    return (
      <>
        <PageHead title={t('new')} />
        <EmptyState
          title={t('noPlanTitle', { name })}
          action={
            <ButtonLink look="go" href={paths.startPlan(animalId)}>
              {text('plan')('start')}
            </ButtonLink>
          }
        >
          {t('noPlan')}
        </EmptyState>
      </>
    )
  }
  const stage = standing.status === 'enrichment' ? null : stageOf(standing.protocol, standing.stageKey)
  const seen = observed(watched?.taps ?? [], { setSize: stage?.reps ?? 5 })
  return (
    <>
      <PageHead title={t('new')} lead={t('newLead', { name, stage: standing.stageName })} />
      {watched && visitId && (
        <WatchedLive taps={watched.taps} target={stage?.targetSec ?? 0}>
          <p className="small">
            {text('live')('fromLead')}{' '}
            <a href={at(paths.watch(visitId, animalId))}>{text('live')('fromBack')}</a>
          </p>
        </WatchedLive>
      )}
      <SessionForm
        action={action}
        animal={{ id: animalId, name, species }}
        stage={stage}
        visitId={visitId}
        sessionId={sessionId}
        defaults={{
          day: standing.today.toString(),
          ...(seen && watched && fieldsOfProposed(proposedSession(seen), watched.zone)),
        }}
        cancelHref={cancelHref}
      />
    </>
  )
}
