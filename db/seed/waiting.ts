import type { Temporal } from 'temporal-polyfill'
import { waitForVisit } from '@/lib/data/waiting'
import { usualEnd } from '@/lib/domain/waiting/waiting'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import type { Practice } from './practice'
import { zone } from './story'
import type { Trained } from './training'

/** A household that would come sooner waits for a time to become free. */
export const waits = (
  { household, animal }: { household: Household; animal: Trained },
  { services }: Practice,
  clock: StoryClock,
  at: Temporal.Instant,
): Happening => ({
  at,
  what: 'waits',
  run: async () => {
    const viewer = household.seenBy(0, [animal.id])
    const wait = {
      ...{ serviceId: services.visit, animalIds: [animal.id], weekdays: [], fromTime: '09:00' },
      untilDay: usualEnd(at, zone),
      words: 'We work from home and can be there within the hour.',
    }
    await clock.at(at, viewer, async () => must(await waitForVisit(viewer, wait, at), 'waiting'))
  },
})
