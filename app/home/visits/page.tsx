import { VisitsView } from '@/components/home/visits-view'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { visitsOfHousehold } from '@/lib/data/visit'
import { text } from '@/lib/format/text'

export const metadata = { title: text('home')('visits.title') }

export default async function OwnerVisitsPage() {
  const viewer = await requireGuardian()
  return <VisitsView {...await visitsOfHousehold(viewer, now())} />
}
