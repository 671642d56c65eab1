import { Shelf } from '@/components/protocol/shelf'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/section'
import { requireMember } from '@/lib/auth/viewer'
import { protocolShelf } from '@/lib/data/protocol'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('protocol')
export const metadata = { title: t('title') }

export default async function ProtocolsPage() {
  const viewer = await requireMember()
  const shelf = await protocolShelf(viewer)
  const writes = canWriteProtocols(viewer)
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: t('settings') }]} />
      <PageHead title={t('title')} lead={t('lead')}>
        {writes && <ButtonLink href={paths.importProtocol()}>{t('import')}</ButtonLink>}
      </PageHead>
      <Shelf shelf={shelf} writes={writes} zone={viewer.zone} />
    </>
  )
}
