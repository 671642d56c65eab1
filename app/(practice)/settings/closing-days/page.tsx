import type { Metadata } from 'next'
import { ClosingDays } from '@/components/working/closing-days'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { closeOnDays, closeOnList, openAgain } from '@/lib/actions/working-time'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { closingDaysOf } from '@/lib/data/closing-day'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('working')
export const metadata: Metadata = { title: t('closing.title') }

export default async function ClosingDaysPage() {
  const viewer = await requireMember()
  const closings = await closingDaysOf(viewer, now())
  const actions = { add: closeOnDays, list: closeOnList, open: openAgain }
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('closing.title')} lead={t('closing.lead')} />
      <ClosingDays closings={closings} actions={canRunPractice(viewer) ? actions : undefined} />
    </>
  )
}
