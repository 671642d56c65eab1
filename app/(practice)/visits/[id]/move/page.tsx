import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FreeTimes } from '@/components/visit/free-times'
import { MoveForm } from '@/components/visit/move-form'
import { VisitHead } from '@/components/visit/visit-head'
import { moveVisit } from '@/lib/actions/visit'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { moveForm } from '@/lib/data/booking-form'
import { bookingStart } from '@/lib/domain/visit/booking-start'
import { canMove } from '@/lib/domain/visit/status'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('visit')('move.title') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ day?: string; time?: string }> }

export default async function MoveVisitPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const [{ id }, asked] = [await params, await searchParams]
  const { after } = bookingStart(undefined, viewer.zone, now())
  const { offers, ...visit } = await orNotFound(moveForm(viewer, id, after, now()))
  if (!canMove(visit.status)) notFound()
  const wall = visit.from.toZonedDateTimeISO(visit.zone)
  return (
    <>
      <VisitHead visit={visit} />
      <div className="cols">
        <MoveForm
          key={`${asked.day} ${asked.time}`}
          visit={visit}
          day={asked.day ?? wall.toPlainDate().toString()}
          time={asked.time ?? time(visit.from, visit.zone)}
          action={moveVisit}
        />
        <FreeTimes
          offers={offers}
          href={(day, at) => `${paths.moveVisit(id)}?day=${day}&time=${encodeURIComponent(at)}`}
        />
      </div>
    </>
  )
}
