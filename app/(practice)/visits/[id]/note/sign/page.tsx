import { redirect } from 'next/navigation'
import { NoteHead } from '@/components/note/note-head'
import { NoteSteps } from '@/components/note/note-steps'
import { SignForm } from '@/components/note/sign-form'
import { animalToSign } from '@/components/note/to-sign'
import { signVisitNote } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { noteWithStandings } from '@/lib/data/note'
import { paths } from '@/lib/paths'

export default async function SignPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { note, standings } = await orNotFound(noteWithStandings(viewer, id, now()))
  if (note.status === 'signed') redirect(paths.summary(id))
  if (note.version === 0) redirect(paths.note(id))
  return (
    <>
      <NoteHead note={note} />
      <NoteSteps visitId={id} current="sign" />
      <SignForm
        signs={note.maySign ? null : note.authorName}
        visitId={id}
        version={note.version}
        animals={note.animals.map((animal) => animalToSign(animal, standings.get(animal.animalId)))}
        action={signVisitNote}
      />
    </>
  )
}
