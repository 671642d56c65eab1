'use client'
import { NoteForm } from '@/components/note/note-form'
import { NoteHead } from '@/components/note/note-head'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import type { NoteForWriting } from '@/lib/domain/note/pages'
import type { Snippet } from '@/lib/domain/note/snippet'
import { newestOf } from '@/lib/domain/observation/live/known'
import { observed } from '@/lib/domain/observation/live/observed'
import type { FormAction } from '@/lib/domain/result/form-state'
import { fieldsOfDraft } from '@/lib/domain/sync/fields'
import { withProposed } from '@/lib/domain/sync/proposed'
import type { Owner } from '@/lib/domain/sync/queue'
import type { Fields } from '@/lib/domain/sync/said'
import { measuredBlock } from '@/lib/format/measured-block'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { KeepNote } from './keep-note'
import { keepNoteWords } from './keep-note-words'
import { withoutSignal } from './use-place'
import { watchedHere } from './watched-here'

type Props = {
  owner: Owner
  note: NoteForWriting
  snippets: readonly Snippet[]
}

/** The note of a visit where there may be no signal. What comes after it needs the server, and waits for it. */
export function OfflineNote({ owner, note, snippets }: Props) {
  const goOn: FormAction = async (state) => {
    location.assign(paths.decideNote(note.visitId))
    return state
  }
  const begunWith = async (fields: Fields): Promise<Fields> => {
    const seen = newestOf(await watchedHere(owner, note.visitId))
    return note.animals.reduce((before, { animalId }) => {
      const its = observed(seen[animalId]?.events ?? [])
      return its ? withProposed(before, animalId, measuredBlock(its)) : before
    }, fields)
  }
  return (
    <>
      <Breadcrumb items={[{ href: withoutSignal(paths.door(note.visitId)), label: note.household }]} />
      <NoteHead note={note} />
      <p className="small quiet">{text('sync')('day.decideLater')}</p>
      <NoteForm
        note={note}
        snippets={snippets}
        action={goOn}
        keeper={
          <KeepNote
            owner={owner}
            visitId={note.visitId}
            version={note.version}
            fields={fieldsOfDraft(note)}
            words={keepNoteWords()}
            offline
            begunWith={begunWith}
          />
        }
      />
    </>
  )
}
