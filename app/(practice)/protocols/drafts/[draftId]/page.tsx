import { notFound } from 'next/navigation'
import { DraftView } from '@/components/protocol/draft-view'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { addStage, discard, moveStage, removeStage, saveHead } from '@/lib/actions/protocol'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { draftPage } from '@/lib/data/protocol'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('protocol')
export const metadata = { title: t('draft') }

export default async function DraftPage({ params }: { params: Promise<{ draftId: string }> }) {
  const viewer = await requireMember()
  if (!canWriteProtocols(viewer)) notFound()
  const page = await orNotFound(draftPage(viewer, (await params).draftId))
  return (
    <>
      <Breadcrumb items={[{ href: paths.protocols(), label: t('all') }]} />
      <DraftView
        page={page}
        zone={viewer.zone}
        actions={{ add: addStage, move: moveStage, remove: removeStage, save: saveHead, discard }}
      />
    </>
  )
}
