import { ProtocolHead } from '@/components/protocol/protocol-head'
import { ProtocolView } from '@/components/protocol/protocol-view'
import { Versions } from '@/components/protocol/versions'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { writeProtocol } from '@/lib/actions/protocol'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { protocolPage } from '@/lib/data/protocol'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('protocol')('title') }

export default async function ProtocolPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireMember()
  const page = await orNotFound(protocolPage(viewer, (await params).id))
  return (
    <>
      <Breadcrumb items={[{ href: paths.protocols(), label: text('protocol')('all') }]} />
      <ProtocolHead
        page={page}
        zone={viewer.zone}
        write={canWriteProtocols(viewer) ? writeProtocol : undefined}
      />
      <ProtocolView protocol={page.protocol} />
      <Versions page={page} zone={viewer.zone} />
    </>
  )
}
