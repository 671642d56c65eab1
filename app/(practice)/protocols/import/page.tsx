import { notFound } from 'next/navigation'
import { ImportForm } from '@/components/protocol/import-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { importText } from '@/lib/actions/protocol'
import { requireMember } from '@/lib/auth/viewer'
import { canWriteProtocols } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('protocol')
export const metadata = { title: t('importTitle') }

export default async function ImportProtocolPage() {
  if (!canWriteProtocols(await requireMember())) notFound()
  return (
    <>
      <Breadcrumb items={[{ href: paths.protocols(), label: t('all') }]} />
      <PageHead title={t('importTitle')} lead={t('importLead')} />
      <ImportForm action={importText} />
    </>
  )
}
