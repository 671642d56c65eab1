import type { Metadata } from 'next'
import { CalendarHead } from '@/components/calendar/calendar-head'
import { DayLists } from '@/components/calendar/day-lists'
import { GridKey, WeekGrid } from '@/components/calendar/week-grid'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { calendarOf } from '@/lib/data/calendar'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { weekOf } from '@/lib/domain/scheduling/week'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('calendar')('title') }

type Props = { searchParams: Promise<{ week?: string; day?: string; who?: string }> }

export default async function CalendarPage({ searchParams }: Props) {
  const viewer = await requireMember()
  const asked = await searchParams
  const moment = now()
  const today = dayOf(moment, viewer.zone)
  const one = askedDay(asked.day)
  const days = one ? [one] : weekOf(askedDay(asked.week) ?? today)
  const page = await calendarOf(viewer, { from: days[0] ?? today, to: days.at(-1) ?? today, who: asked.who })
  const who = page.trainers.find(({ id }) => id === asked.who)?.id
  const view = { ...page, days, today, now: moment, view: one ? 'day' : 'week', who } as const
  return (
    <>
      <CalendarHead page={view} />
      <WeekGrid page={view} />
      <GridKey />
      <DayLists page={view} />
    </>
  )
}
