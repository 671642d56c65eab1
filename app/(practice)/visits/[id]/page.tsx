import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Agenda } from '@/components/thread/agenda'
import { UndoBar } from '@/components/calendar/undo-bar'
import { VisitHead } from '@/components/visit/visit-head'
import { RestoreVisit, SeldomVerbs, VisitVerbs } from '@/components/visit/visit-verbs'
import { VisitAnimals, VisitHistory, VisitWhere } from '@/components/visit/visit-view'
import {
  arrive,
  cancelVisit,
  leave,
  noShow,
  reassignVisit,
  restoreVisit,
  undoVisit,
} from '@/lib/actions/visit'
import { tickAgenda } from '@/lib/actions/thread'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { agendaOf } from '@/lib/data/thread-use'
import { undoableOf } from '@/lib/data/visit-undo'
import { visitWithStandings } from '@/lib/data/visit-standings'
import { canTrain } from '@/lib/domain/access/can'
import { canRestore } from '@/lib/domain/visit/status'
import { mayHaveLeftTime } from '@/lib/domain/waiting/waiting'
import { text } from '@/lib/format/text'
import { TimeItLeft } from './time-it-left'

export const metadata: Metadata = { title: text('visit')('title') }

const actions = { arrive, leave, noShow, cancel: cancelVisit, reassign: reassignVisit }

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireMember()
  const moment = now()
  const { visit, standings } = await orNotFound(visitWithStandings(viewer, (await params).id, moment))
  const change = await undoableOf(viewer, visit.id, moment)
  const agenda = await agendaOf(viewer, visit.id, moment)
  const trains = canTrain(viewer)
  const began = visit.from.epochMilliseconds <= moment.epochMilliseconds
  const records = trains && (visit.status === 'arrived' || visit.status === 'done')
  return (
    <>
      <VisitHead visit={visit} />
      <UndoBar change={change} action={undoVisit} />
      <VisitVerbs visit={visit} began={began} trains={trains} actions={actions} />
      {mayHaveLeftTime(visit) && (
        <Suspense>
          <TimeItLeft visitId={visit.id} />
        </Suspense>
      )}
      <div className="cols pt-8">
        <VisitAnimals visit={visit} standings={standings} records={records} />
        <div className="stack">
          <Agenda items={agenda} zone={visit.zone} action={tickAgenda} />
          <VisitWhere visit={visit} />
          <VisitHistory visit={visit} />
          {canRestore(visit.status, !began) && <RestoreVisit visit={visit} action={restoreVisit} />}
          <SeldomVerbs visit={visit} actions={actions} />
        </div>
      </div>
    </>
  )
}
