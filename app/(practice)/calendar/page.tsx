import type { Metadata } from 'next'
import { CalendarHead } from '@/components/calendar/calendar-head'
import { CalendarKeys } from '@/components/calendar/calendar-keys'
import { DayLists } from '@/components/calendar/day-lists'
import { GridKey } from '@/components/calendar/grid-key'
import { TimeGrid } from '@/components/calendar/time-grid'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { calendarOf } from '@/lib/data/calendar'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { daysOfView, viewFrom } from '@/lib/domain/scheduling/week'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('calendar')('title') }

type Props = { searchParams: Promise<{ view?: string; day?: string; who?: string }> }

export default async function CalendarPage({ searchParams }: Props) {
  const viewer = await requireMember()
  const asked = await searchParams
  const moment = now()
  const today = dayOf(moment, viewer.zone)
  const view = viewFrom(asked.view)
  const days = daysOfView(view, askedDay(asked.day) ?? today)
  const shown = await calendarOf(viewer, { days, who: asked.who })
  const who = shown.trainers.find(({ id }) => id === asked.who)?.id
  const page = { ...shown, days, today, now: moment, view, who }
  return (
    <div id="calendar" className="cal" data-view={view}>
      <CalendarHead page={page} />
      {view !== 'list' && <TimeGrid page={page} />}
      <DayLists page={page} />
      <GridKey page={page} />
      <CalendarKeys area="calendar" />
    </div>
  )
}
