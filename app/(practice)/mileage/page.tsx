import type { Metadata } from 'next'
import { MileageView } from '@/components/mileage/mileage-view'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { mileageOf } from '@/lib/data/mileage'
import { askedMonth, daysOfMonth } from '@/lib/domain/mileage/asked-month'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('day')('mileage.title') }

export default async function MileagePage({
  searchParams,
}: {
  searchParams: Promise<{ month?: string; who?: string }>
}) {
  const viewer = await requireMember()
  const { month: asked, who } = await searchParams
  const month = askedMonth(asked, dayOf(now(), viewer.zone))
  const page = await orNotFound(mileageOf(viewer, { ...daysOfMonth(month), who }))
  return <MileageView page={page} month={month} units={viewer.units} />
}
