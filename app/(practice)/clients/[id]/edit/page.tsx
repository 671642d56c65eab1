import { EditClientForm } from '@/components/client/client-forms'
import { PlaceFinder } from '@/components/client/place-finder'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { saveChangedClient } from '@/lib/actions/client'
import { findHome } from '@/lib/actions/travel'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { clientFacts } from '@/lib/data/client'
import { text } from '@/lib/format/text'
import { geocoderUrl } from '@/lib/env'
import { zoneNames } from '@/lib/format/zones'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('page.edit') }

export default async function EditClientPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const client = await orNotFound(clientFacts(viewer, id))
  const t = text('client')
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.clients(), label: t('title') },
          { href: paths.client(id), label: <bdi>{client.name}</bdi> },
        ]}
      />
      <PageHead title={t('edit.title', { name: client.name })} />
      <PlaceFinder client={client} action={geocoderUrl() && findHome} />
      <EditClientForm action={saveChangedClient} client={client} zones={zoneNames()} />
    </>
  )
}
