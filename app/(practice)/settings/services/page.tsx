import type { Metadata } from 'next'
import { CurrencyForm } from '@/components/service/currency-form'
import { ServiceList } from '@/components/service/service-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Plus } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { restoreService, retireService, saveCurrency } from '@/lib/actions/service'
import { requireMember } from '@/lib/auth/viewer'
import { currencyOf, servicesOf } from '@/lib/data/service'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('visit')
export const metadata: Metadata = { title: t('services.title') }

export default async function ServicesPage() {
  const viewer = await requireMember()
  const [services, currency] = await Promise.all([servicesOf(viewer), currencyOf(viewer)])
  const runs = canRunPractice(viewer)
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: t('services.settings') }]} />
      <PageHead title={t('services.title')} lead={t('services.lead')}>
        {runs && (
          <ButtonLink look="go" icon={Plus} href={paths.newService()}>
            {t('services.add')}
          </ButtonLink>
        )}
      </PageHead>
      <ServiceList
        services={services}
        actions={runs ? { retire: retireService, restore: restoreService } : undefined}
      />
      <p className="tiny pt-4">{t('services.retiredHint')}</p>
      {runs && <CurrencyForm currency={currency} action={saveCurrency} />}
    </>
  )
}
