import { ConsentForm } from '@/components/client/consent-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { writeDownConsent } from '@/lib/actions/consent'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { clientFacts } from '@/lib/data/client'
import { peopleOf } from '@/lib/data/contact'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('consent.write') }

export default async function NewConsentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { name } = await orNotFound(clientFacts(viewer, id))
  const [main] = await peopleOf(viewer, id)
  const t = text('client')
  const today = dayOf(now(), viewer.zone).toString()
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('consent.write')} lead={t('consent.lead')} />
      <ConsentForm action={writeDownConsent} clientId={id} today={today} mainPerson={main?.name ?? ''} />
    </>
  )
}
