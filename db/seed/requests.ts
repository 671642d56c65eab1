import type { Temporal } from 'temporal-polyfill'
import { askForVisit, askPageOf } from '@/lib/data/request'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import type { Practice } from './practice'
import type { Trained } from './training'

/** A household asks for a visit in the days to come, and waits for an answer. */
export const asks = (
  { household, animal }: { household: Household; animal: Trained },
  { services }: Practice,
  clock: StoryClock,
  at: Temporal.Instant,
): Happening => ({
  at,
  what: 'asks',
  run: async () => {
    const viewer = household.seenBy(0, [animal.id])
    const { offers } = await askPageOf(viewer, services.visit, at)
    const asked = {
      ...{
        serviceId: services.visit,
        animalIds: [animal.id],
        times: offers.slice(-2).map(({ value }) => value),
      },
      words: 'Or any afternoon after four: then the children are at the pool and it is quiet.',
    }
    await clock.at(at, viewer, async () => must(await askForVisit(viewer, asked, at), 'a request'))
  },
})
