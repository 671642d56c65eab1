import { redirect } from 'next/navigation'
import { NoteForm } from '@/components/note/note-form'
import { NoteHead } from '@/components/note/note-head'
import { NoteSteps } from '@/components/note/note-steps'
import { NotePhotos } from '@/components/photo/photo-strip'
import { SharedDraft } from '@/components/note/shared-draft'
import { saveNoteDraft, shareNoteDraft, stopSharingDraft } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { noteWithSnippets } from '@/lib/data/note'
import { visitPhotos } from '@/lib/data/visit-photos'
import { paths } from '@/lib/paths'

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { note, snippets } = await orNotFound(noteWithSnippets(viewer, id))
  if (note.status === 'signed') redirect(paths.summary(id))
  return (
    <>
      <NoteHead note={note} />
      <NoteSteps visitId={id} current="write" />
      <SharedDraft
        note={note}
        memberId={viewer.memberId}
        actions={{ share: shareNoteDraft, stop: stopSharingDraft }}
      />
      <NoteForm note={note} snippets={snippets} action={saveNoteDraft} />
      <NotePhotos photos={(await visitPhotos(viewer, id)).photos} visitId={id} />
    </>
  )
}
