import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import type { World, Household } from '@/db/factories/world'
import { bookSeries, seriesPreview } from '../series'
import { changeFollowing, endSeries } from '../series-change'
import { seriesOf } from '../series-page'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

const asked = (world: World, household: Household) => ({
  clientId: household.clientId,
  animalIds: [household.animalId],
  serviceId: world.serviceId,
  consultantId: world.consultant.memberId,
  day: '2026-08-03',
  time: '10:00',
  everyWeeks: 1,
  weekdays: [],
  count: 3,
  message: '',
  mends: {},
  // The practice is closed for some days of that summer.
  anyway: 'As it is',
})

/** A series of the practice itself, and the first of its visits. */
async function booked(world: World, household: Household): Promise<string> {
  const result = await bookSeries(world.boss, asked(world, household), now)
  if (!result.ok) throw new Error(result.reason)
  return result.value.visitId
}

/** Tries something on the first visit of a series. */
const withSeries =
  (tryIt: (stranger: MemberViewer, visitId: string, world: World) => Promise<unknown>): StrangerCase =>
  async (stranger, { world, household }) =>
    tryIt(stranger as MemberViewer, await booked(world, household), world)

export const series: Record<string, StrangerCase> = {
  seriesPreview: (stranger, { world, household }) => seriesPreview(stranger, asked(world, household), now),
  bookSeries: (stranger, { world, household }) =>
    bookSeries(stranger as MemberViewer, asked(world, household), now),
}

export const seriesChange: Record<string, StrangerCase> = {
  changeFollowing: withSeries((stranger, id, world) =>
    changeFollowing(
      stranger,
      {
        ...{ id, version: 1, day: '2026-08-04', time: '11:00' },
        ...{ serviceId: world.serviceId, consultantId: world.consultant.memberId },
      },
      now,
    ),
  ),
  endSeries: withSeries((stranger, id) => endSeries(stranger, { id, version: 1, reason: 'x' }, now)),
}

export const seriesPage: Record<string, StrangerCase> = {
  seriesOf: withSeries((stranger, id) => seriesOf(stranger, id)),
}
