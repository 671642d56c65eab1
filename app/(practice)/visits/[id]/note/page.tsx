import { redirect } from 'next/navigation'
import { NoteForm } from '@/components/note/note-form'
import { NoteHead } from '@/components/note/note-head'
import { NoteSteps } from '@/components/note/note-steps'
import { KeepNote } from '@/components/offline/keep-note'
import { keepNoteWords } from '@/components/offline/keep-note-words'
import { NotePhotos } from '@/components/photo/photo-strip'
import { SharedDraft } from '@/components/note/shared-draft'
import { saveNoteDraft, shareNoteDraft, stopSharingDraft } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { noteWithSnippets } from '@/lib/data/note'
import { fieldsOfDraft } from '@/lib/domain/sync/fields'
import { visitPhotos } from '@/lib/data/visit-photos'
import { paths } from '@/lib/paths'

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { note, snippets } = await orNotFound(noteWithSnippets(viewer, id))
  if (note.status === 'signed') redirect(paths.summary(id))
  const owner = { practiceId: viewer.practiceId, userId: viewer.userId }
  return (
    <>
      <NoteHead note={note} />
      <NoteSteps visitId={id} current="write" />
      <SharedDraft
        note={note}
        memberId={viewer.memberId}
        actions={{ share: shareNoteDraft, stop: stopSharingDraft }}
      />
      <NoteForm
        note={note}
        snippets={snippets}
        action={saveNoteDraft}
        keeper={
          note.mayWrite && (
            <KeepNote
              owner={owner}
              visitId={note.visitId}
              version={note.version}
              fields={fieldsOfDraft(note)}
              words={keepNoteWords()}
            />
          )
        }
      />
      <NotePhotos visit={await visitPhotos(viewer, id)} owner={owner} />
    </>
  )
}
