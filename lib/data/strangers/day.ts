import { Temporal } from 'temporal-polyfill'
import { moveTogether } from '../day-order'
import { mileageOf } from '../mileage'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const day = Temporal.PlainDate.from('2026-05-14')

export const dayOrder: Record<string, StrangerCase> = {
  moveTogether: (stranger, { visitId, world }) =>
    moveTogether(
      stranger,
      {
        moves: [{ id: visitId, version: 1, wall: '2026-05-14T16:00' }],
        day: day.toString(),
        who: world.consultant.memberId,
      },
      now,
    ),
}

export const mileage: Record<string, StrangerCase> = {
  mileageOf: async (stranger, { world }) => {
    const { days, who } = await mileageOf(stranger, {
      first: day.with({ day: 1 }),
      last: day,
      who: world.consultant.memberId,
    })
    return [...days, ...(who.id === world.consultant.memberId ? [who] : [])]
  },
}
