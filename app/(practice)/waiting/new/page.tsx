import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { WaitForm } from '@/components/waiting/wait-form'
import { putOnList } from '@/lib/actions/waiting'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { waitForm } from '@/lib/data/waiting'
import { usualEnd } from '@/lib/domain/waiting/waiting'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('waiting')('add') }

type Props = { searchParams: Promise<{ client?: string }> }

export default async function NewWaitingPage({ searchParams }: Props) {
  const viewer = await requireMember()
  const { client = '' } = await searchParams
  const page = await orNotFound(waitForm(viewer, client))
  const t = text('waiting')
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(page.clientId), label: <bdi>{page.household}</bdi> }]} />
      <PageHead title={t('addTo', { household: page.household })} lead={t('addLead')} />
      <WaitForm page={page} untilDay={usualEnd(now(), viewer.zone)} action={putOnList} />
    </>
  )
}
