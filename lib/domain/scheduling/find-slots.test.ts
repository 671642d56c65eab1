import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asked } from './asked'
import { findSlots } from './find-slots'
import { fits } from './fits'
import { blockOf } from './gaps'
import { minute, overlap } from './span'
import { oracle } from './testing/oracle'
import { randomAsked } from './testing/random-days'

const runs = { numRuns: 100 }

/** All starts on whole minutes that fit, by the oracle. */
function fitting(asked: Asked) {
  return new Map(
    asked.consultants.map((consultant) => {
      const stands = oracle(asked, consultant)
      const starts = new Set<number>()
      for (let at = asked.window.from; at < asked.window.until; at += minute) if (stands(at)) starts.add(at)
      return [consultant.id, starts] as const
    }),
  )
}

describe('every start that fits', () => {
  it('is returned or dominated, and nothing else is returned', () => {
    let found = 0
    fc.assert(
      fc.property(randomAsked, (asked) => {
        const slots = findSlots(asked)
        const oracles = fitting(asked)
        found += slots.length
        for (const { consultantId, start } of slots) expect(oracles.get(consultantId)?.has(start)).toBe(true)
        for (const [id, starts] of oracles) {
          const returned = new Set(slots.flatMap((slot) => (slot.consultantId === id ? [slot.start] : [])))
          const near = (start: number, step: number) => {
            for (let at = start; Math.abs(at - start) < asked.rules.grid * minute; at += step * minute) {
              if (!starts.has(at)) return false
              if (returned.has(at)) return true
            }
            return false
          }
          for (const start of starts) if (!near(start, 1)) expect(near(start, -1)).toBe(true)
        }
      }),
      runs,
    )
    expect(found).toBeGreaterThan(1000)
  })

  it('is the one that fits on its own, and what does not fit says why', () => {
    fc.assert(
      fc.property(randomAsked, fc.integer({ min: 0, max: 1500 }), (asked, at) => {
        for (const consultant of asked.consultants) {
          const stands = oracle(asked, consultant)
          for (const start of [asked.window.from + at * minute, asked.window.from + (at + 7) * minute]) {
            if (start >= asked.window.until) continue
            const fit = fits(asked, consultant, start)
            expect(fit.misfits.length === 0).toBe(stands(start))
            expect(fit.fits).toBe(stands(start))
          }
        }
        for (const slot of findSlots(asked).slice(0, 5)) {
          const consultant = asked.consultants.find(({ id }) => id === slot.consultantId)
          expect(consultant && fits(asked, consultant, slot.start).slot).toEqual(slot)
        }
      }),
      runs,
    )
  })
})

describe('the answer', () => {
  it('does not depend on the order of anything', () => {
    const turned = ({ consultants, ...asked }: Asked): Asked => ({
      ...asked,
      consultants: consultants.toReversed().map((one) => ({ ...one, booked: one.booked.toReversed() })),
    })
    fc.assert(
      fc.property(randomAsked, (asked) => {
        expect(findSlots(turned(asked))).toEqual(findSlots(asked))
      }),
      runs,
    )
  })

  it('never overlaps a visit, however the booked ones overlap each other, and says what is spare', () => {
    const shift = fc.array(fc.integer({ min: -90, max: 30 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(randomAsked, shift, (asked, shifts) => {
        const consultants = asked.consultants.map((one) => ({
          ...one,
          booked: one.booked.map((stop, index) => {
            const by = (shifts[index] ?? 0) * minute
            return { ...stop, from: stop.from + by, until: stop.until + by }
          }),
        }))
        for (const slot of findSlots({ ...asked, consultants })) {
          const taken = consultants.find(({ id }) => id === slot.consultantId)?.booked ?? []
          const block = { from: slot.start - asked.wanted.setUp * minute, until: slot.blocked.until }
          expect(taken.some((stop) => overlap(blockOf(stop), slot.blocked))).toBe(false)
          expect(slot.leaves).toBeLessThanOrEqual(slot.blocked.from)
          expect(slot.blocked.from).toBeLessThanOrEqual(block.from)
          expect(Math.min(slot.spare ?? 0, slot.spareAfter ?? 0)).toBeGreaterThanOrEqual(0)
        }
      }),
      runs,
    )
  })

  it('is the same whatever the zone of the machine', () => {
    const asked = fc.sample(randomAsked, { numRuns: 20, seed: 7 })
    const own = process.env['TZ']
    const answers = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Australia/Lord_Howe'].map((zone) => {
      process.env['TZ'] = zone
      return asked.map(findSlots)
    })
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
    expect(answers[0]?.flat().length).toBeGreaterThan(100)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('is ranked by the driving it adds, then by time', () => {
    fc.assert(
      fc.property(randomAsked, (asked) => {
        const slots = findSlots(asked)
        for (const [index, slot] of slots.slice(1).entries()) {
          const before = slots[index]
          if (!before) continue
          expect(before.added).toBeLessThanOrEqual(slot.added)
          if (before.added === slot.added) expect(before.start).toBeLessThanOrEqual(slot.start)
        }
      }),
      runs,
    )
  })

  it('offers nothing over a visit once it is booked', () => {
    fc.assert(
      fc.property(randomAsked, fc.nat(), (asked, pick) => {
        const before = findSlots(asked)
        const chosen = before[pick % Math.max(1, before.length)]
        if (!chosen) return
        const it = { ...asked.wanted, id: 'it', from: chosen.start, until: chosen.end }
        const consultants = asked.consultants.map((one) =>
          one.id === chosen.consultantId ? { ...one, booked: [...one.booked, it] } : one,
        )
        for (const slot of findSlots({ ...asked, consultants })) {
          if (slot.consultantId !== chosen.consultantId) continue
          const block = blockOf({ ...asked.wanted, from: slot.start, until: slot.end })
          expect(overlap(block, blockOf(it))).toBe(false)
        }
      }),
      runs,
    )
  })
})
