import type { Temporal } from 'temporal-polyfill'
import { bookSeries } from '@/lib/data/series'
import { seriesSchema } from '@/lib/domain/series/schema'
import { dayOf } from '@/lib/domain/time/time'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import type { Practice } from './practice'
import { zone } from './story'
import type { Trained } from './training'

/** Calls booked together, every other week from a month ahead on. */
export function bookedTogether(
  { household, animal }: { household: Household; animal: Trained },
  { services }: Practice,
  clock: StoryClock,
  at: Temporal.Instant,
): Happening {
  return {
    at,
    what: 'books together',
    run: async () => {
      const { consultant: by, clientId } = household
      const monday = dayOf(at, zone).add({ days: 36 - dayOf(at, zone).dayOfWeek })
      const form = seriesSchema.parse({
        ...{ clientId, animalIds: animal.id, serviceId: services.call, consultantId: by.memberId },
        ...{ day: monday.toString(), time: '14:00', everyWeeks: '2', count: '4' },
        anyway: 'They are free on Mondays, and it is only a call.',
      })
      await clock.at(at, by, async () => must(await bookSeries(by, form, at), 'calls booked together'))
    },
  }
}
