import { AnimalViews } from '@/components/caseload/animal-views'
import { CaseloadView } from '@/components/caseload/caseload-view'
import { PageHead } from '@/components/ui/section'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { caseloadOf } from '@/lib/data/caseload'
import { choiceFrom, type Asked } from '@/lib/domain/caseload/choice'
import { text } from '@/lib/format/text'

export const metadata = { title: text('caseload')('title') }

export default async function CaseloadPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const choice = choiceFrom(await searchParams)
  const viewer = await requireMember()
  const page = await caseloadOf(viewer, choice, now())
  const t = text('caseload')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <AnimalViews current="plans" />
      <CaseloadView page={page} choice={choice} zone={viewer.zone} />
    </>
  )
}
