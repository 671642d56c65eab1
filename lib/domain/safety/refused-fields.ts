import { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { SafetyItemForm } from './forms'
import { itemOf } from './items'

/** A date the vet gave lies at most this far ahead: a wrong century must not hold the door open. Ours. */
export const furthestYears = 5

/** What is wrong with a look at an item as it was filled in, by field; null where it can be kept. */
export function refusedFields(
  input: Pick<SafetyItemForm, 'item' | 'evidence' | 'validUntil'>,
  species: Species,
  passedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Record<string, string> | null {
  const item = itemOf(input.item, species)
  if (!item) return { item: 'errors.notAnOption' }
  if (Temporal.PlainDate.compare(passedOn, today) > 0) return { passedOn: 'errors.inTheFuture' }
  if (item.validity.kind === 'until_given') {
    if (!input.validUntil) return { validUntil: 'errors.required' }
    if (Temporal.PlainDate.compare(input.validUntil, passedOn) < 0) return { validUntil: 'safety.endsBefore' }
    const furthest = today.add({ years: furthestYears })
    if (Temporal.PlainDate.compare(input.validUntil, furthest) > 0)
      return { validUntil: 'safety.tooFarAhead' }
  }
  return item.key === 'temperature' && degreesOf(input.evidence) === null
    ? { evidence: 'errors.notANumber' }
    : null
}

/** Degrees Celsius as written, with a point or a comma; null where it is no temperature of this world. */
export function degreesOf(text: string): number | null {
  const written = /^[-−–]?\d{1,2}([.,]\d{1,2})?$/.exec(text.trim())
  return written ? Number(text.trim().replace(/^[−–]/, '-').replace(',', '.')) : null
}
