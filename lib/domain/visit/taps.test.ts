import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { beforeTap, lastTap } from './taps'

const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
const none = { setOutAt: null, arrivedAt: null, leftAt: null, statusBefore: null }
const whole = { setOutAt: at('08:00'), arrivedAt: at('08:20'), leftAt: at('09:20') }

describe('the taps of a visit', () => {
  it('are taken back one at a time, down to none', () => {
    let its = { ...whole, status: 'done' as const, statusBefore: 'confirmed' as const }
    const told: unknown[] = []
    for (;;) {
      const before = beforeTap(its)
      told.push([lastTap(its), before?.status, before?.tappedAt?.toString() ?? null])
      if (!before) break
      its = { ...its, ...before } as typeof its
    }
    expect(told).toEqual([
      ['leave', 'arrived', '2026-05-14T08:20:00Z'],
      ['arrive', 'confirmed', '2026-05-14T08:00:00Z'],
      ['setOut', 'confirmed', null],
      [null, undefined, null],
    ])
  })

  it('lead from "nobody there" and "it took place" to where the visit stood', () => {
    expect(beforeTap({ ...none, status: 'no_show' })?.status).toBe('booked')
    expect(beforeTap({ ...none, status: 'no_show', arrivedAt: at('08:20') })?.status).toBe('arrived')
    expect(lastTap({ ...none, status: 'done' })).toBe('held')
    expect(beforeTap({ ...none, status: 'done', statusBefore: 'confirmed' })?.status).toBe('confirmed')
    expect(beforeTap({ ...none, status: 'cancelled' })).toBeNull()
  })
})
