import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { SessionForm } from './session-form'

type Props = {
  animal: { animalId: string; name: string; species: Species; visitId: string | null }
  standing: AnimalStanding | null
  sessionId: string
  action: FormAction
  cancelHref: string
}

/** The page of a blank session; without a plan it teaches starting one. */
export function NewSession({ animal, standing, sessionId, action, cancelHref }: Props) {
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
  return (
    <>
      <PageHead title={t('new')} lead={t('newLead', { name, stage: standing.stageName })} />
      <SessionForm
        action={action}
        animal={{ id: animalId, name, species }}
        stage={standing.status === 'enrichment' ? null : stageOf(standing.protocol, standing.stageKey)}
        visitId={visitId}
        sessionId={sessionId}
        defaults={{ day: standing.today.toString() }}
        cancelHref={cancelHref}
      />
    </>
  )
}
