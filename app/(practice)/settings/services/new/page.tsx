import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ServiceForm } from '@/components/service/service-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { addService } from '@/lib/actions/service'
import { requireMember } from '@/lib/auth/viewer'
import { currencyOf } from '@/lib/data/service'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('visit')
export const metadata: Metadata = { title: t('services.add') }

export default async function NewServicePage() {
  const viewer = await requireMember()
  if (!canRunPractice(viewer)) notFound()
  const currency = await currencyOf(viewer)
  return (
    <>
      <Breadcrumb items={[{ href: paths.services(), label: t('services.back') }]} />
      <PageHead title={t('services.add')} />
      <ServiceForm currency={currency} action={addService} />
    </>
  )
}
