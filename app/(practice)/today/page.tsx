import type { Metadata } from 'next'
import { DayView } from '@/components/today/day-view'
import { held, setOut, takeBack } from '@/lib/actions/day'
import { approveRequest } from '@/lib/actions/request'
import { arrive, leave } from '@/lib/actions/visit'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { todayOf } from '@/lib/data/today'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('today')('title') }

const actions = { setOut, arrive, leave, held, takeBack }

type Props = { searchParams: Promise<{ day?: string; who?: string }> }

export default async function TodayPage({ searchParams }: Props) {
  const viewer = await requireMember()
  const { day, who } = await searchParams
  const moment = now()
  const page = await todayOf(viewer, { day: askedDay(day), who }, moment)
  return <DayView page={page} now={moment} units={viewer.units} actions={actions} approve={approveRequest} />
}
