import type { Metadata } from 'next'
import { OrderPreview } from '@/components/today/order-preview'
import { reorderDay } from '@/lib/actions/day'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { todayOf } from '@/lib/data/today'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('day')('order.title') }

type Props = { searchParams: Promise<{ day?: string; who?: string; kind?: string }> }

export default async function OrderPage({ searchParams }: Props) {
  const viewer = await requireMember()
  const { day, who, kind } = await searchParams
  const page = await orNotFound(todayOf(viewer, { day: askedDay(day), who }, now()))
  return (
    <OrderPreview page={page} better={page.better.find((one) => one.kind === kind)} action={reorderDay} />
  )
}
