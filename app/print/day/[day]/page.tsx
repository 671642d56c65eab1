import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PrintSheet } from '@/components/print/sheet'
import { DaySheet } from '@/components/today/day-sheet'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { todayOf } from '@/lib/data/today'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('today')('paper.title') }

type Props = { params: Promise<{ day: string }>; searchParams: Promise<{ who?: string }> }

export default async function DaySheetPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const day = askedDay((await params).day) ?? notFound()
  const page = await todayOf(viewer, { day, who: (await searchParams).who }, now())
  const t = text('today')
  const back = { href: paths.today(day.toString(), page.who.id), label: t('paper.back') }
  return (
    <PrintSheet paper={viewer.paper} back={back} hint={t('paper.hint')}>
      <DaySheet page={page} />
    </PrintSheet>
  )
}
