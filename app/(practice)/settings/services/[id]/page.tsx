import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ServiceForm } from '@/components/service/service-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { editService } from '@/lib/actions/service'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { serviceOf } from '@/lib/data/service'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('visit')
export const metadata: Metadata = { title: t('services.title') }

export default async function EditServicePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireMember()
  if (!canRunPractice(viewer)) notFound()
  const service = await orNotFound(serviceOf(viewer, (await params).id))
  return (
    <>
      <Breadcrumb items={[{ href: paths.services(), label: t('services.back') }]} />
      <PageHead title={t('services.editTitle', { name: service.name })} />
      <ServiceForm service={service} currency={service.currency} action={editService} />
    </>
  )
}
