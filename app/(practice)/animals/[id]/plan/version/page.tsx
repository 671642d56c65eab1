import { notFound } from 'next/navigation'
import { VersionPart } from '@/components/plan/version-part'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { moveToVersion } from '@/lib/actions/plan'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { versionChoices } from '@/lib/data/plan-version'
import { canTrain } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('plan')('versionTitle') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ to?: string }> }

export default async function VersionPage({ params, searchParams }: Props) {
  const { id } = await params
  const { to } = await searchParams
  const viewer = await requireMember()
  if (!canTrain(viewer)) notFound()
  const choices = await orNotFound(versionChoices(viewer, id, now()))
  const t = text('plan')
  const { name, protocol } = choices.standing
  const back = paths.animal(id)
  return (
    <>
      <Breadcrumb items={[{ href: back, label: <bdi>{name}</bdi> }]} />
      <PageHead
        title={t('versionTitle')}
        lead={t('versionLead', { name, protocol: protocol.name, version: protocol.version })}
      />
      <VersionPart {...choices} to={to} action={moveToVersion} cancelHref={back} />
    </>
  )
}
