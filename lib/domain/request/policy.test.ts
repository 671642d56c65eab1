import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { changeableUntil, ownerMay } from './policy'

const from = Temporal.Instant.from('2026-05-14T08:00:00Z')
const visit = { status: 'booked', from } as const
const before = (hours: number, minutes = 0) => from.subtract({ hours, minutes })

describe('what a household may do with its visit', () => {
  it('changes it until the hours of the practice, and calls after that', () => {
    expect(ownerMay(visit, 24, before(24))).toBe('change')
    expect(ownerMay(visit, 24, before(23, 59))).toBe('call')
    expect(changeableUntil(from, 24).toString()).toBe('2026-05-13T08:00:00Z')
  })

  it('changes it until it begins where the practice asks for no hours', () => {
    expect(ownerMay(visit, 0, before(0, 1))).toBe('change')
    expect(ownerMay(visit, 0, from)).toBe('nothing')
  })

  it.each(['arrived', 'done', 'cancelled', 'no_show'] as const)(
    'does nothing with one that is %s',
    (status) => expect(ownerMay({ status, from }, 24, before(200))).toBe('nothing'),
  )
})
