import { describe, expect, it } from 'vitest'
import { liveEventSchema, type LiveEvent, type Tap } from './event'
import { observed, type Observed } from './observed'
import { proposedBlock, proposedSession } from './propose'
import { idOf, t0, tapsOf } from './testing/streams'
import { timelineOf, undoable } from './timeline'

const watch = (taps: readonly (readonly [number, Tap])[], how?: Parameters<typeof observed>[1]): Observed => {
  const seen = observed(tapsOf('phone', 0, taps), how)
  if (!seen) throw new Error('nothing was tapped')
  return seen
}
const at = (second: number) => t0 + second * 1000

describe('a session in the harness', () => {
  /** Moth holds the leash stage: four minutes, a flop in the middle, four of five turns. */
  const moth: readonly (readonly [number, Tap])[] = [
    [0, { what: 'start' }],
    [0, { what: 'body', level: 0 }],
    [2, { what: 'cue', of: 'approach' }],
    [10, { what: 'reached', milestone: 'approach' }],
    [12.5, { what: 'gear', on: true }],
    [15, { what: 'cue', of: 'eat' }],
    [18.2, { what: 'reached', milestone: 'eat' }],
    [31, { what: 'reached', milestone: 'step' }],
    [40, { what: 'sign', sign: 'ears_turned' }],
    [60, { what: 'trigger', trigger: 'noise', distance: 'medium' }],
    [61, { what: 'sign', sign: 'flop' }],
    [62, { what: 'trigger', trigger: 'dog', metres: 12.4 }],
    [95.4, { what: 'body', level: 1 }],
    [100, { what: 'trial', ok: true }],
    [110, { what: 'trial', ok: true }],
    [120, { what: 'trial', ok: false }],
    [130, { what: 'trial', ok: true }],
    [140, { what: 'trial', ok: true }],
    [150, { what: 'trial', ok: false }],
    [160, { what: 'leash', tension: 'brief' }],
    [170, { what: 'leash', tension: 'slack' }],
    [180, { what: 'sign', sign: 'sniffing' }],
    [200, { what: 'choice', choice: 'came' }],
    [230.9, { what: 'gear', on: false }],
    [241.7, { what: 'stop', ended: 'as_planned' }],
  ]

  it('gives exact times', () => {
    expect(watch(moth)).toMatchObject({
      startedAt: t0,
      running: false,
      durationMs: 241_700,
      latency: {
        approach: { ms: 8000, cued: true },
        eat: { ms: 3200, cued: true },
        step: { ms: 31_000, cued: false },
      },
      longestCalmWearMs: 135_500,
      recovery: { ms: 34_400, over: true },
      body: { first: 0, now: 1, worst: 2 },
      trials: [
        { ok: 4, of: 5 },
        { ok: 0, of: 1 },
      ],
      nearest: { trigger: 'dog', distance: 'medium', metres: 12.4 },
    })
    expect(watch(moth).signsPerMinute).toBeCloseTo(2 / (241.7 / 60), 10)
  })

  it('proposes a session that is never kinder than it was', () => {
    expect(proposedSession(watch(moth))).toEqual({
      startedAt: '2026-05-12T10:30:00Z',
      durationSec: 241,
      stress: 2,
      signs: ['ears_turned', 'flop'],
      goodSigns: ['sniffing'],
      repsOk: 4,
      repsTotal: 5,
      food: 'quick',
      choice: 'came',
      tension: 'brief',
      recovery: '<2m',
      ended: 'as_planned',
      triggers: ['noise', 'dog'],
      triggerDistance: 'medium',
      events: [],
      health: [],
      latencyApproachSec: 8,
      latencyEatSec: 4,
      latencyStepSec: 31,
      longestCalmSec: 135,
    })
  })

  it('fills the measured part of the note', () => {
    expect(proposedBlock(watch(moth))).toEqual({
      latencyApproachSec: 8,
      latencyEatSec: 4,
      latencyStepSec: 31,
      longestCalmSec: 135,
      signsPerMinute: 1,
      trialsOk: 4,
      recoverySec: 35,
      triggerDistanceM: 12,
    })
  })
})

describe('the clock', () => {
  it('runs to now until it is stopped, and not a moment longer', () => {
    expect(watch([[0, { what: 'start' }]], { now: at(90) })).toMatchObject({
      durationMs: 90_000,
      running: true,
    })
    const stopped = watch(
      [
        [0, { what: 'start' }],
        [60, { what: 'stop' }],
      ],
      { now: at(9000) },
    )
    expect(stopped).toMatchObject({ durationMs: 60_000, running: false })
  })

  it('leaves breaks out of durations and latencies, and not out of recovery', () => {
    const seen = watch([
      [0, { what: 'start' }],
      [10, { what: 'sign', sign: 'crouch' }],
      [20, { what: 'stop' }],
      [80, { what: 'start' }],
      [90, { what: 'body', level: 0 }],
      [95, { what: 'reached', milestone: 'step' }],
      [100, { what: 'stop' }],
    ])
    expect(seen).toMatchObject({
      durationMs: 40_000,
      latency: { step: { ms: 35_000 } },
      recovery: { ms: 80_000, over: true },
    })
  })

  it('cuts a calm stretch at a break and at taking the gear off', () => {
    const seen = watch([
      [0, { what: 'start' }],
      [0, { what: 'gear', on: true }],
      [0, { what: 'body', level: 1 }],
      [30, { what: 'stop' }],
      [40, { what: 'start' }],
      [60, { what: 'gear', on: false }],
      [65, { what: 'gear', on: true }],
      [90, { what: 'stop' }],
    ])
    expect(seen.longestCalmWearMs).toBe(30_000)
  })

  it('runs from the first tap while the start of the other phone has not come', () => {
    expect(
      watch([
        [5, { what: 'body', level: 0 }],
        [25, { what: 'stop' }],
      ]).durationMs,
    ).toBe(20_000)
  })
})

describe('what was not seen', () => {
  it('is not in the proposal: no level without a body, no set that was not finished', () => {
    const seen = watch([
      [0, { what: 'start' }],
      [5, { what: 'sign', sign: 'purrs' }],
      [10, { what: 'trial', ok: true }],
      [20, { what: 'stop' }],
    ])
    expect(seen).toMatchObject({
      longestCalmWearMs: null,
      recovery: null,
      body: { worst: null },
      nearest: null,
    })
    expect(proposedSession(seen)).toEqual({
      startedAt: '2026-05-12T10:30:00Z',
      durationSec: 20,
      signs: [],
      goodSigns: ['purrs'],
      triggers: [],
      events: [],
      health: [],
    })
    expect(observed([])).toBeNull()
  })

  it('is a recovery that had not come by the end: the band is for the person to say', () => {
    const seen = watch([
      [0, { what: 'start' }],
      [5, { what: 'sign', sign: 'freeze' }],
      [20, { what: 'stop' }],
    ])
    expect(seen.recovery).toEqual({ ms: 15_000, over: false })
    expect(proposedSession(seen).recovery).toBeUndefined()
    expect(proposedSession(seen).stress).toBe(2)
  })

  it('tells "nothing was about" from a question nobody answered', () => {
    const none = watch([
      [0, { what: 'start' }],
      [1, { what: 'trigger', trigger: 'none' }],
    ])
    expect(proposedSession(none).triggers).toEqual(['none'])
    expect(proposedSession(watch([[0, { what: 'start' }]])).triggers).toEqual([])
  })
})

describe('two devices', () => {
  const phone = tapsOf('phone', 0, [
    [0, { what: 'start' }],
    [1, { what: 'body', level: 0 }],
    [30, { what: 'sign', sign: 'hiss_growl' }],
    [60, { what: 'stop' }],
  ])
  const tablet = tapsOf('tablet', 10, [
    [3, { what: 'start' }],
    [40, { what: 'undo', of: idOf(2) }],
    [59, { what: 'food', food: 'refused' }],
  ])

  it('are one observation, and one takes back what the other tapped', () => {
    const both = observed([...tablet, ...phone].reverse())
    expect(both).toEqual(observed([...phone, ...tablet]))
    expect(both).toMatchObject({ durationMs: 60_000, body: { worst: 0 }, signs: [], food: 'refused' })
  })

  it('undo each their own last tap', () => {
    expect(undoable([...phone, ...tablet], 'phone')?.what).toBe('stop')
    expect(undoable([...phone, ...tablet], 'tablet')?.what).toBe('food')
    expect(undoable(phone, 'tablet')).toBeNull()
    const again: LiveEvent = {
      what: 'undo',
      of: idOf(3),
      id: idOf(20),
      device: 'phone',
      counter: 9,
      at: at(61),
    }
    expect(undoable([...phone, ...tablet, again], 'phone')?.what).toBe('body')
  })

  it('cannot undo an undo', () => {
    const undoOfUndo: LiveEvent = {
      what: 'undo',
      of: idOf(11),
      id: idOf(30),
      device: 'phone',
      counter: 9,
      at: at(61),
    }
    expect(timelineOf([...phone, ...tablet, undoOfUndo])).toEqual(timelineOf([...phone, ...tablet]))
  })
})

describe('an event on the wire', () => {
  const [start] = tapsOf('phone', 0, [[0, { what: 'start' }]])
  const refused = (event: unknown) => !liveEventSchema.safeParse(event).success

  it('is one of the known taps and nothing more', () => {
    expect(refused(start)).toBe(false)
    expect(refused({ ...start, what: 'nap' })).toBe(true)
    expect(refused({ ...start, what: 'body', level: 5 })).toBe(true)
    expect(refused({ ...start, what: 'sign', sign: 'constructor' })).toBe(true)
    expect(refused({ ...start, note: 'x' })).toBe(true)
    expect(refused({ ...start, at: 1.5 })).toBe(true)
    expect(refused({ ...start, id: 'me' })).toBe(true)
    expect(refused({ ...start, what: 'trigger', trigger: 'dog', metres: Number.NaN })).toBe(true)
  })
})
