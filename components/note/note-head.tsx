import { PageHead } from '@/components/ui/section'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { NoteForWriting } from '@/lib/domain/note/pages'

/** Whose visit, which day, who writes. */
export function NoteHead({ note, title }: { note: NoteForWriting; title?: string }) {
  const t = text('note')
  const day = dayLong(note.localStart.toPlainDate(), note.zone)
  return (
    <PageHead
      title={title ?? t('title')}
      lead={
        <>
          <bdi>{t('of', { household: note.household, day })}</bdi>. {t('author', { name: note.authorName })}.
        </>
      }
    />
  )
}
