import type { Temporal } from 'temporal-polyfill'
import { vetLetterStart, writeVetLetter } from '@/lib/data/vet-letter'
import { vetLetterSchema } from '@/lib/domain/vet-letter/schema'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import type { Trained } from './training'

/** Käthe's paw: what her last note says goes to her vet, with her people's consent. */
export function writesToVet(
  { household: { consultant }, animal }: { household: Household; animal: Trained },
  clock: StoryClock,
  at: Temporal.Instant,
): Happening {
  return {
    at,
    what: 'writes to the vet',
    run: () =>
      clock.at(at, consultant, async () => {
        const { seen, asked } = await vetLetterStart(consultant, animal.id)
        const form = vetLetterSchema.parse({ animalId: animal.id, seen, asked })
        must(await writeVetLetter(consultant, form, at), 'a letter to the vet')
      }),
  }
}
