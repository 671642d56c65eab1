import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import { reasonsOf } from './reasons'
import { ago, entry, good, standing, today } from './testing/standing'

const goodWeek = [1, 2, 3, 4, 5].map((days) => good(days))
const said = (...args: Parameters<typeof standing>) =>
  reasonsOf(standing(...args)).map(({ reason, days }) => `${reason} ${days}`)
const vet = { id: 'v', sign: 'limp_or_pain', openedAt: Temporal.Instant.from('2026-05-13T08:00:00Z') }
const ticked = (key: SafetyItemKey, on: number, more = {}) => ({ key, on: ago(on), siteKey: '', ...more })

describe('why an animal needs a person', () => {
  it('is nothing while it goes its way', () => {
    expect(said(goodWeek.slice(1, 4), { entries: [entry('start', 4)] })).toEqual([])
  })

  it('is a red flag for a week, before everything else', () => {
    const red = (days: number) => [...goodWeek.slice(0, 1), good(days, { id: 'red', stress: 4 })]
    expect(said(red(7))).toContain('red 7')
    expect(said(red(8), { entries: [entry('start', 20)] })).toEqual([])
    expect(said(red(3), { openVet: [vet] })).toEqual(['red 3', 'vet null'])
  })

  it('is being ready, only while the plan runs', () => {
    expect(said(goodWeek)).toEqual(['ready null'])
    const over = [entry('start', 6), entry('pause', 3, { id: 'x', pauseUntil: today, reason: 'a move' })]
    expect(said(goodWeek, { entries: over })).toEqual(['pause_over 0'])
  })

  it('is silence from the tenth day on, also where nobody ever logged', () => {
    expect(said([good(9)])).toEqual([])
    expect(said([good(10)], { entries: [entry('start', 20)] })).toEqual(['silent 10'])
    expect(said([], { entries: [entry('start', 12)] })).toEqual(['silent 12'])
    const resting = [entry('start', 30), entry('pause', 20, { id: 'x', pauseUntil: null, reason: 'ill' })]
    expect(said([good(25)], { entries: resting })).toEqual([])
  })

  it('is a plateau after four weeks and ten sessions without getting easier', () => {
    const flat = Array.from({ length: 14 }, (_, at) => good(at * 2 + 1, { durationSec: 200, repsOk: 2 }))
    expect(said(flat, { entries: [entry('start', 28)] })).toEqual(['plateau 28'])
    expect(said(flat, { entries: [entry('start', 27)] })).toEqual([])
    expect(said(flat.slice(0, 9), { entries: [entry('start', 28)] })).toEqual([])
    const steady = Array.from({ length: 14 }, (_, at) => good(at * 2 + 1))
    expect(said(steady, { entries: [entry('start', 28)] })).toEqual(['ready null'])
  })

  it('is a tick that ends within a week, where this stage or the next needs the list', () => {
    const fit = (on: number) => ({ safety: [ticked('harness_fit', on)], entries: [entry('start', 4)] })
    const atDoor = (on: number) => {
      const { safety } = fit(on)
      return { safety, stageKey: 'C6' }
    }
    const calm = [good(1, { stage: 'C6' }), good(2, { stage: 'C6' })]
    expect(said(goodWeek.slice(1, 4), fit(29))).toEqual([])
    expect(said(calm, atDoor(22))).toEqual([])
    expect(said(calm, atDoor(23))).toEqual(['safety 7'])
    expect(said(calm, atDoor(30))).toEqual(['safety 0'])
    expect(said(calm, atDoor(33))).toEqual(['safety -3'])
  })

  it('is not what is ticked anew on the day itself', () => {
    const day = { safety: [ticked('gear_check', 1), ticked('carrier', 0)], stageKey: 'C6' }
    expect(said([good(1, { stage: 'C6' })], day)).toEqual([])
  })

  it('is the review of the indoor programme from its day on', () => {
    const indoors = (days: number) => [entry('start', 200), entry('stop_enrich', days, { stageKey: 'CE' })]
    expect(said([good(150)], { entries: indoors(89) })).toEqual([])
    expect(said([good(150)], { entries: indoors(92) })).toEqual(['review 2'])
  })
})
