import { AnimalViews } from '@/components/caseload/animal-views'
import { OutsideCaseload } from '@/components/caseload/outside-caseload'
import { PageHead } from '@/components/ui/section'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { listAnimals } from '@/lib/data/animal'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'

export const metadata = { title: text('caseload')('archived.title') }

type Props = { searchParams: Promise<{ after?: string }> }

export default async function AnimalsPage({ searchParams }: Props) {
  const { after } = await searchParams
  const viewer = await requireMember()
  const page = await orNotFound(listAnimals(viewer, { archived: true, after }))
  const t = text('caseload')
  return (
    <>
      <PageHead title={t('archived.title')} lead={t('archived.pageLead')} />
      <AnimalViews current="archived" />
      <OutsideCaseload which="archived" page={page} today={dayOf(now(), viewer.zone)} />
    </>
  )
}
