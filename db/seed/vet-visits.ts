import type { Temporal } from 'temporal-polyfill'
import { addVetVisit } from '@/lib/data/vet-visit'
import { vetVisitSchema } from '@/lib/domain/animal/vet-visit'
import { dayOf } from '@/lib/domain/time/time'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import { zone } from './story'
import type { Trained } from './training'

type Found = { household: Household; animal: Trained }

const told = [
  { name: 'Miso', ago: 2, ahead: 13, at: '10:00', words: 'Boosters' },
  { name: 'Bramble', ago: 5, ahead: 20, at: '', words: 'Teeth, with a sedative the evening before' },
]

/** When some animals are at the vet's, as their owners said on the telephone. */
export function vetVisits(
  find: (name: string) => Found,
  clock: StoryClock,
  noon: (ago: number) => Temporal.Instant,
): Happening[] {
  return told.map(({ name, ago, ahead, at, words }) => ({
    at: noon(ago),
    what: 'hears of the vet',
    run: async () => {
      const { household, animal } = find(name)
      const day = dayOf(noon(-ahead), zone).toString()
      const form = vetVisitSchema.parse({ animalId: animal.id, day, at, words })
      const { consultant } = household
      await clock.at(noon(ago), consultant, async () =>
        must(await addVetVisit(consultant, form), `${name} at the vet’s`),
      )
    },
  }))
}
