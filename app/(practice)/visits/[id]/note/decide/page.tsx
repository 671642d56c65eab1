import { redirect } from 'next/navigation'
import { DecideForm } from '@/components/note/decide-form'
import { DecideParts } from '@/components/note/decide-parts'
import { NoteHead } from '@/components/note/note-head'
import { NoteSteps } from '@/components/note/note-steps'
import { saveNoteDecisions } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { noteWithStandings } from '@/lib/data/note'
import { paths } from '@/lib/paths'

export default async function DecidePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { note, standings, changes } = await orNotFound(noteWithStandings(viewer, id, now()))
  if (note.status === 'signed') redirect(paths.summary(id))
  if (note.version === 0) redirect(paths.note(id))
  return (
    <>
      <NoteHead note={note} title={note.household} />
      <NoteSteps visitId={id} current="decide" />
      <DecideForm note={note} action={saveNoteDecisions}>
        <DecideParts animals={note.animals} standings={standings} changes={changes} units={viewer.units} />
      </DecideForm>
    </>
  )
}
