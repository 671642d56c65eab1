import type { Viewer } from '@/lib/domain/access/viewer'
import { proofOf } from '@/lib/domain/note/chain'
import { noteFieldFrom, textAt } from '@/lib/domain/note/correctable'
import type { Correction, NoteForWriting, SignedNote } from '@/lib/domain/note/pages'
import { NotFound } from '@/lib/domain/result/result'
import { amendmentsOf } from './amendment'
import { asViewer, found } from './as-viewer'
import { noteForWriting } from './note'
import { contentOf, contentText, sha256 } from './note-content'

/**
 * A signed note as the practice reads it, in five statements: what was signed, what was added, and whether both
 * still stand as they were sealed. Refuses drafts, and whoever may not read the note, by NotFound.
 */
export function signedNote(viewer: Viewer, visitId: string): Promise<SignedNote> {
  return asViewer(viewer, async (tx) => {
    const note = await noteForWriting(viewer, visitId)
    const { noteId, signedBy, signedAt, signedZone, contentHash } = note
    if (note.status !== 'signed' || !signedAt) throw new NotFound()
    const content = await contentOf(tx, viewer.practiceId, found(noteId ?? undefined))
    // Erased with its household: only the seal is left.
    if (content.blocks.length === 0) throw new NotFound()
    const amendments = await amendmentsOf(viewer, note.visitId)
    const hash = contentHash ?? ''
    return {
      note: {
        ...note,
        signedAt,
        signedBy: signedBy ?? '',
        signedZone: signedZone ?? note.zone,
        contentHash: hash,
      },
      amendments,
      proof: proofOf({ content: contentText(content), hash }, amendments, sha256),
    }
  })
}

/** A note to be added to, and the field to be corrected in it as it was signed and as it stands; NotFound for another. */
export function noteToAmend(
  viewer: Viewer,
  visitId: string,
  name: string | undefined,
): Promise<{ note: NoteForWriting; correction: Correction | null }> {
  return asViewer(viewer, async () => {
    const note = await noteForWriting(viewer, visitId)
    if (!name || note.status !== 'signed') return { note, correction: null }
    const field = noteFieldFrom(name)
    const signed = field && textAt(note, field)
    if (!field || signed === null) throw new NotFound()
    const before = (await amendmentsOf(viewer, visitId)).findLast((one) => one.field === name)
    return { note, correction: { field, signed, stands: before?.body ?? signed } }
  })
}
