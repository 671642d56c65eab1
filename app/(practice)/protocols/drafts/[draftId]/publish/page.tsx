import { notFound } from 'next/navigation'
import { PublishView } from '@/components/protocol/publish-view'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { publish } from '@/lib/actions/protocol'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { draftPage } from '@/lib/data/protocol'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('protocol')('toPublish') }

export default async function PublishPage({ params }: { params: Promise<{ draftId: string }> }) {
  const viewer = await requireMember()
  if (!canWriteProtocols(viewer)) notFound()
  const page = await orNotFound(draftPage(viewer, (await params).draftId))
  return (
    <>
      <Breadcrumb items={[{ href: paths.protocolDraft(page.id), label: <bdi>{page.draft.name}</bdi> }]} />
      <PublishView page={page} action={publish} />
    </>
  )
}
