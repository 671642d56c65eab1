import { noteFieldFrom, type NoteField } from '@/lib/domain/note/correctable'
import type { Amendment } from '@/lib/domain/note/summary'
import { dayAndTime } from './dates'
import { text } from './text'

type Named = { animalId: string; name: string }

/** What a field of a note is called, by itself; of an animal's part with its name, where it is given. */
export function fieldWords({ key, part }: Pick<NoteField, 'key' | 'part'>, name = ''): string {
  const t = text('note')
  const field = t(`named.${key}`, { name })
  return part === 'animal' && key !== 'seen' && name !== '' ? t('namedOf', { field, name }) : field
}

/** The field a correction is of; '' where it only adds. */
export function correctedWords(name: string | null, animals: readonly Named[]): string {
  const field = noteFieldFrom(name ?? '')
  if (!field) return ''
  const animal =
    field.part === 'animal' ? animals.find(({ animalId }) => animalId === field.animalId) : undefined
  return fieldWords(field, animal?.name)
}

/** One line of what was added to a signed note, as a summary says it. */
export function additionWords({ at, zone, by, field, body }: Amendment, animals: readonly Named[]): string {
  const what = correctedWords(field, animals)
  const line = { at: dayAndTime(at, zone), name: by, body }
  return what === ''
    ? text('summary')('addedLine', line)
    : text('summary')('correctedLine', { ...line, what })
}
