import { PlanView } from '@/components/home/plan-view'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { ownerPlanOf } from '@/lib/data/home'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('shell')('plan'))

type Props = { searchParams: Promise<{ animal?: string }> }

export default async function OwnerPlanPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const plan = await orNotFound(ownerPlanOf(viewer, (await searchParams).animal, now()))
  return <PlanView plan={inReadersWords(plan)} />
}
