import { z } from 'zod'
import { integerBetween, longText, requiredId, requiredLongText } from '@/lib/domain/form/fields'
import { mostDays } from '@/lib/domain/share/link'
import { illnessesNamedIn } from './illness'

const namesNone = (words: string) => illnessesNamedIn(words).length === 0

/** A letter to the vet: what was seen, what is asked, and for how many days its link holds. */
export const vetLetterSchema = z.object({
  animalId: requiredId,
  seen: requiredLongText.refine(namesNone, 'namesIllness'),
  asked: longText.refine(namesNone, 'namesIllness'),
  days: integerBetween(1, mostDays),
})
export type NewVetLetter = z.output<typeof vetLetterSchema>
