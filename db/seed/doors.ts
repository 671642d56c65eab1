import type { Temporal } from 'temporal-polyfill'
import { saveDoor } from '@/lib/data/door'
import { doorSchema } from '@/lib/domain/door/schema'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'

/** What the consultants wrote down about doors, by an animal that lives behind them. */
const told: Record<string, Record<string, string>> = {
  Pixel: {
    parking: 'Pay and display in the next street, free after 17:30.',
    exits: 'The inner door has to be shut before the outer one opens.',
    hiding: 'Behind the washing machine; leave the kitchen door ajar.',
    bring: 'The quiet clicker.',
    code: '5 and then 2486',
  },
  Sardinha: {
    parking: 'Loading bay at the corner, twenty minutes.',
    exits: 'The cellar door, and the window over the sink.',
    hiding: 'On top of the boiler.',
    bring: 'Tinned sardines, the small harness.',
  },
  Skuggi: {
    parking: 'On the drive; the neighbours need the left side.',
    exits: 'The garden gate sticks: lift and push until it clicks.',
    hiding: 'Tófa under the stairs, Skuggi wherever Tófa is.',
    know: 'Nobody home before four. Let yourself in, then wait on the mat until one of them comes.',
    code: 'C 1944 Y',
  },
}

/** Doors of the demo practice: where to park, what to mind, and two codes. */
export function doors(
  find: (name: string) => { household: Household },
  clock: StoryClock,
  noon: (ago: number) => Temporal.Instant,
): Happening[] {
  return Object.entries(told).map(([name, words]) => ({
    at: noon(14),
    what: 'writes down a door',
    run: async () => {
      const { household } = find(name)
      const form = doorSchema.parse({ clientId: household.clientId, version: '0', ...words })
      await clock.at(noon(14), household.consultant, async () =>
        must(await saveDoor(household.consultant, form), `the door of ${name}`),
      )
    },
  }))
}
