import type { Temporal } from 'temporal-polyfill'
import { recordRelation } from '@/lib/data/relation'
import type { RelationKind } from '@/lib/domain/relation/relation'
import { relationSchema } from '@/lib/domain/relation/schema'
import { dayOf } from '@/lib/domain/time/time'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import { zone } from './story'
import type { Trained } from './training'

type Found = { household: Household; animal: Trained }
type Told = { two: [string, string]; ago: number; kind: RelationKind; sinceAgo: number; saidBy: string }

const told: Told[] = [
  { two: ['Skuggi', 'Tófa'], ago: 11, kind: 'friendly', sinceAgo: 400, saidBy: 'Sigríður' },
  { two: ['Bramble', 'Wisp'], ago: 13, kind: 'tolerates', sinceAgo: 160, saidBy: 'Fiona' },
  {
    two: ['Bramble', 'Wisp'],
    ago: 4,
    kind: 'tense',
    sinceAgo: 9,
    saidBy: 'Fiona, since the harness smells of outdoors',
  },
  { two: ['Mochi', 'Captain'], ago: 4, kind: 'friendly', sinceAgo: 300, saidBy: 'Hana' },
  { two: ['Fig', 'Quince'], ago: 10, kind: 'unknown', sinceAgo: 28, saidBy: '' },
]

/** How the animals of some homes get on, as the consultants heard it. */
export function relations(
  find: (name: string) => Found,
  clock: StoryClock,
  noon: (ago: number) => Temporal.Instant,
): Happening[] {
  return told.map(({ two: [one, other], ago, kind, sinceAgo, saidBy }) => ({
    at: noon(ago),
    what: 'hears how they get on',
    run: async () => {
      const { household, animal } = find(one)
      const form = relationSchema.parse({
        clientId: household.clientId,
        pair: `${animal.id} ${find(other).animal.id}`,
        since: dayOf(noon(sinceAgo), zone).toString(),
        kind,
        saidBy,
      })
      const { consultant } = household
      await clock.at(noon(ago), consultant, async () =>
        must(await recordRelation(consultant, form, noon(ago)), `${one} and ${other}`),
      )
    },
  }))
}
