import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { NoteToSign } from '@/lib/domain/visit/pages'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** How many stand here before the rest is only counted. */
const shown = 6

/** Visits whose note waits for its author, oldest first. */
export function NotesToSign({ notes }: { notes: readonly NoteToSign[] }) {
  const t = text('today')
  return (
    <Section title={t('notes.title')} aside={notes.length > 0 ? t('notes.order') : undefined}>
      {notes.length === 0 && <p className="small quiet pt-3">{t('notes.none')}</p>}
      <ul className="needs needs-notes">
        {notes.slice(0, shown).map((note) => (
          <li key={note.id}>
            <div>
              <p className="top">
                <b dir="auto">{note.animals.map(({ name }) => name).join(' & ') || note.household}</b>
                <span className="tiny">{dayShort(note.from, note.zone)}</span>
              </p>
              <p>{t(note.begun ? 'notes.begun' : 'notes.empty')}</p>
            </div>
            <ButtonLink href={paths.note(note.id)} aria-label={t('notes.open', { name: note.household })}>
              {t(note.begun ? 'notes.finish' : 'notes.write')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {notes.length > shown && (
        <p className="tiny pt-3">{t('notes.more', { count: notes.length - shown })}</p>
      )}
    </Section>
  )
}
