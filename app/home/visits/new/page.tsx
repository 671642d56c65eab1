import { AskForm } from '@/components/request/ask-form'
import { PageHead } from '@/components/ui/section'
import { askVisit } from '@/lib/actions/request'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { askPageOf } from '@/lib/data/request'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('request')('own.title'))

export default async function AskVisitPage({
  searchParams,
}: {
  searchParams: Promise<{ service?: string }>
}) {
  const viewer = await requireGuardian()
  const { service } = await searchParams
  const page = await orNotFound(askPageOf(viewer, service, now()))
  const t = text('request')
  return (
    <>
      <PageHead title={t('own.title')} lead={t('own.lead', { practice: page.practice.name })} />
      <AskForm page={page} action={askVisit} />
    </>
  )
}
