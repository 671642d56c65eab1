import { redirect } from 'next/navigation'
import { AmendForm } from '@/components/note/amend-form'
import { PageHead } from '@/components/ui/section'
import { amendVisitNote } from '@/lib/actions/note'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { noteForWriting } from '@/lib/data/note'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export default async function AmendPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const note = await orNotFound(noteForWriting(viewer, id))
  if (note.status !== 'signed') redirect(paths.note(id))
  const t = text('note')
  return (
    <>
      <PageHead title={t('amend')} lead={t('amendLead')} />
      <AmendForm visitId={id} action={amendVisitNote} />
    </>
  )
}
