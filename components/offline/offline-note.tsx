'use client'
import { NoteForm } from '@/components/note/note-form'
import { NoteHead } from '@/components/note/note-head'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import type { NoteForWriting } from '@/lib/domain/note/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { fieldsOfDraft } from '@/lib/domain/sync/fields'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { KeepNote } from './keep-note'
import { keepNoteWords } from './keep-note-words'
import { withoutSignal } from './use-place'

/** The note of a visit where there may be no signal. What comes after it needs the server, and waits for it. */
export function OfflineNote({ owner, note }: { owner: Owner; note: NoteForWriting }) {
  const goOn: FormAction = async (state) => {
    location.assign(paths.decideNote(note.visitId))
    return state
  }
  return (
    <>
      <Breadcrumb items={[{ href: withoutSignal(paths.door(note.visitId)), label: note.household }]} />
      <NoteHead note={note} />
      <p className="small quiet">{text('sync')('day.decideLater')}</p>
      <NoteForm
        note={note}
        snippets={[]}
        action={goOn}
        keeper={
          <KeepNote
            owner={owner}
            visitId={note.visitId}
            version={note.version}
            fields={fieldsOfDraft(note)}
            words={keepNoteWords()}
            offline
          />
        }
      />
    </>
  )
}
