import { notFound } from 'next/navigation'
import { StageForm } from '@/components/protocol/stage-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { saveStage } from '@/lib/actions/protocol'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { draftPage } from '@/lib/data/protocol'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('protocol')
export const metadata = { title: t('stageTitle') }

type Props = { params: Promise<{ draftId: string; stageKey: string }> }

export default async function DraftStagePage({ params }: Props) {
  const viewer = await requireMember()
  if (!canWriteProtocols(viewer)) notFound()
  const { draftId, stageKey } = await params
  const { draft } = await orNotFound(draftPage(viewer, draftId))
  const stage = draft.stages.find(({ key }) => key === stageKey) ?? notFound()
  return (
    <>
      <Breadcrumb items={[{ href: paths.protocolDraft(draftId), label: <bdi>{draft.name}</bdi> }]} />
      <PageHead
        title={<bdi>{t('stageOf', { key: stage.key, name: stage.name })}</bdi>}
        lead={t('draftOnly')}
      />
      <StageForm draftId={draftId} draft={draft} stage={stage} action={saveStage} />
    </>
  )
}
