import type { Metadata } from 'next'
import { AskMove } from '@/components/visit/ask-move'
import { FreeTimes } from '@/components/visit/free-times'
import { MoveForm } from '@/components/visit/move-form'
import { VisitHead } from '@/components/visit/visit-head'
import { moveVisit } from '@/lib/actions/visit'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { movePage } from '@/lib/data/visit-move'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('visit')('move.title') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ day?: string; time?: string }> }

export default async function MoveVisitPage({ params, searchParams }: Props) {
  const viewer = await requireMember()
  const [{ id }, asked] = [await params, await searchParams]
  const { visit, offers, preview } = await orNotFound(movePage(viewer, id, asked, now()))
  const wall = visit.from.toZonedDateTimeISO(visit.zone)
  return (
    <>
      <VisitHead visit={visit} />
      <div className="cols">
        {preview && 'verdict' in preview ? (
          <MoveForm visit={visit} preview={preview} action={moveVisit} />
        ) : (
          <AskMove
            visitId={id}
            zone={visit.zone}
            day={asked.day ?? wall.toPlainDate().toString()}
            time={asked.time ?? time(visit.from, visit.zone)}
            refused={preview ? text('errors')(preview.refused) : undefined}
          />
        )}
        <FreeTimes offers={offers} href={(day, at) => paths.moveVisit(id, { day, time: at })} />
      </div>
    </>
  )
}
