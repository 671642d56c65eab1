import { DescriptionList } from '@/components/ui/description-list'
import type { bodyFields } from '@/lib/domain/note/correctable'
import { blockFields, nameOfField, textAt, type NoteField } from '@/lib/domain/note/correctable'
import type { AnimalBlock, NoteBody } from '@/lib/domain/note/schema'
import type { Correcting } from '@/lib/domain/note/pages'
import { fieldWords } from '@/lib/format/field-words'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Difference } from './difference'

type Part = { animalId: string; name: string; block: AnimalBlock }
type Props = {
  body?: { of: NoteBody; keys: readonly (typeof bodyFields)[number][] }
  animal?: Part
  /** Corrections of the note, and where it can be corrected: only where the whole note is read. */
  corrections?: readonly Correcting[]
  visitId?: string
}

/** What a part of a signed note says, field by field: what was left empty is left out, what was corrected shows how. */
export function ReadFields({ body, animal, corrections = [], visitId }: Props) {
  const t = text('note')
  const written = {
    body: body?.of as NoteBody,
    animals: animal ? [animal] : [],
  }
  const fields: NoteField[] = [
    ...(body?.keys ?? []).map((key) => ({ part: 'body' as const, key })),
    ...(animal
      ? blockFields.map((key) => ({ part: 'animal' as const, animalId: animal.animalId, key }))
      : []),
  ]
  const rows = fields.flatMap((field) => {
    const said = textAt(written, field) ?? ''
    const corrected = corrections.findLast((one) => one.field === nameOfField(field))
    if (said === '' && !corrected) return []
    const label = fieldWords(field, animal?.name)
    return [
      [
        t(`named.${field.key}`, { name: animal?.name ?? '' }),
        <span key={field.key} className="read-field">
          {corrected ? (
            <Difference before={shown(field, said)} after={shown(field, corrected.body)} />
          ) : (
            <span className="said-plain" dir="auto">
              {shown(field, said)}
            </span>
          )}
          {corrected && <small className="quiet">{t('reading.corrected', { by: corrected.by })}</small>}
          {visitId && (
            <a
              className="reach small no-print"
              href={paths.amendNote(visitId, nameOfField(field))}
              aria-label={t('reading.correctField', { field: label })}
            >
              {t('reading.correct')}
            </a>
          )}
        </span>,
      ] as const,
    ]
  })
  return rows.length > 0 ? (
    <DescriptionList rows={rows} stacked />
  ) : (
    <p className="quiet">{t('reading.nothing')}</p>
  )
}

/** A yes or no of the catalogue; everything else as it was written. */
const shown = ({ key }: NoteField, said: string): string =>
  (key === 'twoFingers' || key === 'backOutTest') && said !== '' ? text('note')(said) : said
