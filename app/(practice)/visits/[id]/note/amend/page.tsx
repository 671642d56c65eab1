import { redirect } from 'next/navigation'
import { AmendForm } from '@/components/note/amend-form'
import { CorrectForm } from '@/components/note/correct-form'
import { PageHead } from '@/components/ui/section'
import { amendVisitNote } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { noteToAmend } from '@/lib/data/note-read'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ field?: string }> }

export default async function AmendPage({ params, searchParams }: Props) {
  const { id } = await params
  const { field } = await searchParams
  const viewer = await requireMember()
  const { note, correction } = await orNotFound(noteToAmend(viewer, id, field))
  if (note.status !== 'signed') redirect(paths.note(id))
  const t = text('note')
  return (
    <>
      <PageHead title={t('amend')} lead={t(correction ? 'correctLead' : 'amendLead')} />
      {correction ? (
        <CorrectForm note={note} correction={correction} action={amendVisitNote} />
      ) : (
        <AmendForm visitId={id} action={amendVisitNote} />
      )}
    </>
  )
}
