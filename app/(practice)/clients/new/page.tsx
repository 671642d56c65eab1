import { NewClientForm } from '@/components/client/client-forms'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { addNewClient } from '@/lib/actions/client'
import { requireMember } from '@/lib/auth/viewer'
import { text } from '@/lib/format/text'
import { zoneNames } from '@/lib/format/zones'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('new.title') }

export default async function NewClientPage() {
  const viewer = await requireMember()
  const t = text('client')
  return (
    <>
      <Breadcrumb items={[{ href: paths.clients(), label: t('title') }]} />
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      <NewClientForm action={addNewClient} zone={viewer.zone} zones={zoneNames()} />
    </>
  )
}
