import { describe, expect, it } from 'vitest'
import { askedFor, bookVisitSchema } from './schema'
import { canArrive, canBeNoShow, canLeave, canMove, visitStatuses } from './status'

const id = '0195d2f0-0000-7000-8000-000000000001'
const form = {
  clientId: id,
  animalIds: id,
  serviceId: id,
  consultantId: id,
  day: '2026-05-14',
  time: '09:00',
  message: ' See you ',
}

describe('a booking', () => {
  it('reads one tick, several, and none', () => {
    expect(bookVisitSchema.parse(form).animalIds).toEqual([id])
    expect(bookVisitSchema.parse({ ...form, animalIds: [id, id] }).animalIds).toHaveLength(2)
    expect(bookVisitSchema.parse({ ...form, animalIds: undefined }).animalIds).toEqual([])
  })

  it('takes the free time that was tapped instead of what was typed', () => {
    expect(askedFor(bookVisitSchema.parse(form))).toEqual({ day: '2026-05-14', time: '09:00' })
    expect(askedFor(bookVisitSchema.parse({ ...form, offer: '2026-05-15T11:45' }))).toEqual({
      day: '2026-05-15',
      time: '11:45',
    })
  })

  it('refuses days and times that do not exist', () => {
    for (const bad of [
      { day: '2026-02-30' },
      { time: '24:00' },
      { time: '9' },
      { offer: 'now' },
      { clientId: 'x' },
    ]) {
      expect(bookVisitSchema.safeParse({ ...form, ...bad }).success).toBe(false)
    }
  })
})

it('lets each status go only where a visit can go', () => {
  const may = (rule: (status: (typeof visitStatuses)[number]) => boolean) => visitStatuses.filter(rule)
  expect(may(canArrive)).toEqual(['booked', 'confirmed'])
  expect(may(canMove)).toEqual(['booked', 'confirmed'])
  expect(may(canLeave)).toEqual(['arrived'])
  expect(may((status) => canBeNoShow(status, true))).toEqual(['booked', 'confirmed', 'arrived'])
  expect(may((status) => canBeNoShow(status, false))).toEqual([])
})
