import type { Metadata } from 'next'
import { NoteHead } from '@/components/note/note-head'
import { Reading } from '@/components/note/reading'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { signedNote } from '@/lib/data/note-read'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('note')('reading.title') }

export default async function ReadNotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const signed = await orNotFound(signedNote(viewer, id))
  return (
    <>
      <NoteHead note={signed.note} title={text('note')('reading.title')} />
      <Reading signed={signed} />
    </>
  )
}
