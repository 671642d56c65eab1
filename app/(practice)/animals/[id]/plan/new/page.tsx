import { ChooseProtocol } from '@/components/plan/choose-protocol'
import { StartPlanForm } from '@/components/plan/start-plan-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import { beginPlan } from '@/lib/actions/plan'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { planChoices } from '@/lib/data/plan-start'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('plan')('start') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ protocol?: string }> }

export default async function StartPlanPage({ params, searchParams }: Props) {
  const [{ id }, { protocol: asked }] = await Promise.all([params, searchParams])
  const { animalName: name, protocols, running } = await orNotFound(planChoices(await requireMember(), id))
  const t = text('plan')
  const back = paths.animal(id)
  const several = protocols.length > 1
  const chosen = several ? protocols.find(({ key }) => key === asked) : protocols[0]
  return (
    <>
      <Breadcrumb items={[{ href: back, label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('startTitle', { name })} lead={t('startLead')} />
      {running ? (
        <EmptyState
          title={t('runningTitle')}
          action={<ButtonLink href={back}>{t('toAnimal', { name })}</ButtonLink>}
        >
          {t('runningLead', { name })}
        </EmptyState>
      ) : chosen ? (
        <StartPlanForm
          animalId={id}
          protocol={chosen}
          action={beginPlan}
          cancelHref={back}
          otherHref={several ? paths.startPlan(id) : undefined}
        />
      ) : (
        <ChooseProtocol animalId={id} protocols={protocols} />
      )}
    </>
  )
}
