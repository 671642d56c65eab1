import { LinkList } from '@/components/share/link-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { revokeFromPractice } from '@/lib/actions/share-link'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { shareLinksOfClient } from '@/lib/data/share-link'
import { canShare } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('share')('list.ofClient'))

export default async function ClientLinksPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { household, links } = await orNotFound(shareLinksOfClient(viewer, id, now()))
  const t = text('share')
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{household}</bdi> }]} />
      <PageHead title={t('list.ofClient')} lead={t('list.ofClientLead')} />
      <LinkList
        links={links}
        zone={viewer.zone}
        revoke={canShare(viewer) ? revokeFromPractice : null}
        ofSeveral
      />
    </>
  )
}
