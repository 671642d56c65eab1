import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { animalBlockSchema } from '@/lib/domain/note/schema'
import { impliedLevel } from '../body'
import { trainingSessionSchema } from '../schema'
import { signs } from '../vocabulary'
import { liveEventSchema, type LiveEvent } from './event'
import { observed } from './observed'
import { heldToWhatWasSeen, proposedBlock, proposedSession } from './propose'
import { stamped } from './stamp'
import { byTheMillisecond } from './testing/by-the-millisecond'
import { anyStream, anyTap, idOf, longStream, t0 } from './testing/streams'
import { timelineOf } from './timeline'

const shuffled = (events: readonly LiveEvent[]) =>
  fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length })
const sound = { numRuns: 1000 }

describe('any stream of taps', () => {
  it('is the same observation in any order, sent any number of times', () => {
    const arrived = anyStream().chain((events) =>
      fc.tuple(fc.constant(events), shuffled(events), fc.subarray(events)),
    )
    fc.assert(
      fc.property(arrived, fc.nat(400), ([events, later, again], now) => {
        expect(observed([...again, ...later, ...again], { now: t0 + now })).toEqual(
          observed(events, { now: t0 + now }),
        )
      }),
      sound,
    )
  })

  it('gives two devices that exchanged everything the same, whoever heard what first', () => {
    fc.assert(
      fc.property(anyStream(), fc.func(fc.boolean()), (events, mine) => {
        const here = events.filter((event) => mine(event.id))
        const there = events.filter((event) => !here.includes(event))
        expect(observed([...here, ...there])).toEqual(observed([...there, ...here]))
      }),
      sound,
    )
  })

  it('decides one way where two different events claim one id', () => {
    fc.assert(
      fc.property(anyStream(), anyStream(), (events, forged) => {
        expect(timelineOf([...events, ...forged])).toEqual(timelineOf([...forged, ...events]))
      }),
    )
  })

  it('has durations, latencies, calm wear and recovery that a walk by the millisecond counts too', () => {
    fc.assert(
      fc.property(anyStream(), fc.nat(400), (events, after) => {
        const now = t0 + after
        const seen = observed(events, { now })
        expect(
          seen && {
            durationMs: seen.durationMs,
            running: seen.running,
            longestCalmWearMs: seen.longestCalmWearMs,
            recovery: seen.recovery,
            approach: seen.latency.approach?.ms ?? null,
            eat: seen.latency.eat?.ms ?? null,
            step: seen.latency.step?.ms ?? null,
          },
        ).toEqual(byTheMillisecond(events, now))
      }),
      { numRuns: 2000 },
    )
  })

  it('depends on the time between taps and not on the time of day', () => {
    fc.assert(
      fc.property(longStream, fc.nat(10_000_000), (events, later) => {
        const moved = observed(events.map((event) => ({ ...event, at: event.at + later })))
        const seen = observed(events)
        expect(moved).toEqual(seen && { ...seen, startedAt: seen.startedAt + later })
      }),
    )
  })

  it('is as it was after a tap and its undo, in whichever order the two arrive', () => {
    fc.assert(
      fc.property(anyStream(), anyTap, fc.nat(500), fc.boolean(), (events, tap, at, undoFirst) => {
        const mistake = { ...tap, id: idOf(900), device: 'phone', counter: 900, at: t0 + at }
        const undo: LiveEvent = {
          what: 'undo',
          of: idOf(900),
          id: idOf(901),
          device: 'tablet',
          counter: 0,
          at: t0,
        }
        const arriving = undoFirst ? [undo, ...events, mistake] : [mistake, ...events, undo]
        expect(observed(arriving)).toEqual(observed(events))
      }),
      sound,
    )
  })

  it('never runs longer than the wall, is never calm for longer than it ran', () => {
    fc.assert(
      fc.property(longStream, (events) => {
        const seen = observed(events)
        if (!seen) return
        const last = Math.max(...events.map(({ at }) => at))
        expect(seen.durationMs).toBeLessThanOrEqual(last - seen.startedAt)
        expect(seen.longestCalmWearMs ?? 0).toBeLessThanOrEqual(seen.durationMs)
      }),
      sound,
    )
  })
})

describe('the proposed session', () => {
  it('is one the record takes, and the block one the note takes', () => {
    fc.assert(
      fc.property(longStream, fc.integer({ min: 1, max: 100 }), (events, setSize) => {
        const seen = observed(events, { setSize })
        if (!seen) return
        const session = proposedSession(seen)
        expect(trainingSessionSchema.parse({ stress: 0, ...session })).toMatchObject(session)
        expect(animalBlockSchema.parse(proposedBlock(seen))).toMatchObject(proposedBlock(seen))
      }),
      sound,
    )
  })

  it('is never logged below what the tapped signs imply, whatever a person makes of it', () => {
    const edits = fc.record({
      stress: fc.constantFrom(0, 1, 2, 3, 4),
      keep: fc.array(fc.constantFrom(...signs)),
    })
    fc.assert(
      fc.property(longStream, edits, (events, { stress, keep }) => {
        const seen = observed(events)
        if (!seen) return
        const floor = impliedLevel(
          timelineOf(events).flatMap((event) => (event.what === 'sign' ? [event.sign] : [])),
        )
        const proposed = proposedSession(seen)
        if (floor > 0) expect(proposed.stress).toBeGreaterThanOrEqual(floor)
        const edited = trainingSessionSchema.parse({
          ...proposed,
          stress,
          signs: keep,
          goodSigns: [],
          events: [],
        })
        const held = heldToWhatWasSeen(edited, seen)
        expect(held.stress).toBe(Math.max(stress, floor))
        expect(held.signs).toEqual(expect.arrayContaining(proposed.signs))
        expect(held.events).toEqual(expect.arrayContaining(proposed.events))
        expect(held.health).toEqual(expect.arrayContaining(proposed.health))
        expect(heldToWhatWasSeen(held, seen)).toEqual(held)
      }),
      sound,
    )
  })

  it('gets no kinder by one more stress sign', () => {
    fc.assert(
      fc.property(anyStream(), fc.constantFrom(...signs), fc.nat(300), (events, sign, at) => {
        const more: LiveEvent = {
          what: 'sign',
          sign,
          id: idOf(900),
          device: 'phone',
          counter: 900,
          at: t0 + at,
        }
        const before = observed([...events, { ...more, id: idOf(899), what: 'health', sign: 'collapse' }])
        const after = observed([...events, more])
        expect(after?.body.worst ?? 0).toBeGreaterThanOrEqual(before?.body.worst ?? 0)
        expect(after?.body.worst ?? 0).toBeGreaterThanOrEqual(impliedLevel([sign]))
      }),
      sound,
    )
  })
})

describe('a device', () => {
  it('counts every tap and never writes an earlier instant, also when its clock is set back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyTap, fc.integer({ min: t0 - 9000, max: t0 + 9000 }))), (taps) => {
        const written = taps.reduce<LiveEvent[]>(
          (before, [tap, now], n) => [...before, stamped(tap, { id: idOf(n), device: 'phone', now }, before)],
          [],
        )
        expect(written.map(({ counter }) => counter)).toEqual(taps.map((_, n) => n))
        expect(written.map(({ at }) => at)).toEqual(written.map(({ at }) => at).sort((a, b) => a - b))
        expect(timelineOf(written)).toEqual(written)
        for (const event of written) expect(liveEventSchema.parse(event)).toEqual(event)
      }),
    )
  })
})
