import { z } from 'zod'
import { amount } from '@/lib/domain/animal/schema'
import { optionalDay, optionalId, requiredId, requiredOptionOf, shortText } from '@/lib/domain/form/fields'
import { gearConditions, harnessStyles } from './fit'

const passed = requiredOptionOf(['yes', 'no']).transform((answer) => answer === 'yes')

/** A fit check as it is written down, lengths and weight in the units of the practice. */
export const fitSchema = z.object({
  animalId: requiredId,
  /** Today where left out. */
  checkedOn: optionalDay,
  weight: amount(60),
  girth: amount(120),
  neck: amount(80),
  brand: shortText,
  size: shortText,
  style: requiredOptionOf(harnessStyles),
  fitsNeck: passed,
  fitsGirth: passed,
  backOut: passed,
  condition: requiredOptionOf(gearConditions),
  remark: shortText,
  seenBy: shortText,
  photoId: optionalId,
})
export type FitForm = z.output<typeof fitSchema>
