import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { protocolFor } from '@/lib/domain/protocol/library'
import { stageOf } from '@/lib/domain/protocol/stage'
import { stagesUnder } from './change-version'
import { refuseEnding } from './ending'
import { refuseMove, type Condition, type Footing } from './refusals'
import { refuseStartAt } from './start'
import { liveMany } from './testing/life'
import { PaperLife } from './testing/paper-life'
import { otherWalk, shortWalk, shortWalkSlower } from './testing/short-protocols'
import { placesAmong } from './versions'

const on = Temporal.PlainDate.from('2026-03-01')
const cat = protocolFor('cat')
const stage = (key: string, protocol = cat) => {
  const found = stageOf(protocol, key)
  if (!found) throw new Error(key)
  return found
}
const stands = (key: string, status: Footing['status'] = 'active'): Footing => ({ status, stage: stage(key) })
const calm: Condition = {
  openVet: [],
  gate: { ok: true, missing: [] },
  lastRedAge: null,
  daysInStage: 30,
  minDaysFactor: 1,
  ticksSet: [],
}
const unlisted: Condition = { ...calm, gate: { ok: false, missing: ['carrier'] } }

describe('the life of a plan', () => {
  it('never comes to where the hard refusals forbid it, whatever is wished in whatever order', async () => {
    const runs = Number(process.env['DOORSTEP_RUNS'] ?? 300)
    await liveMany(() => Promise.resolve({ life: new PaperLife(on), on }), runs, 40)
  })
})

describe('the hard refusals', () => {
  it.each(['paused', 'enrichment', 'completed'] as const)('hold for training again after %s', (status) => {
    const again = (key: string, condition: Condition) =>
      refuseMove({ from: stands(key, status), to: stands(key), way: 'again' }, condition)
    expect(again('C7', calm)).toBeNull()
    expect(again('C7', unlisted)).toBe('safety_list')
    expect(again('C7', { ...calm, lastRedAge: 13 })).toBe('red_window')
    expect(again('C4', { ...calm, lastRedAge: 7 })).toBeNull()
    expect(again('C4', { ...calm, openVet: ['collapse'] })).toBe('open_vet')
  })

  it('hold for a step back only where it would end a rest or lead further out', () => {
    const red: Condition = { ...unlisted, lastRedAge: 0, openVet: ['collapse'] }
    const back = (from: Footing, to: Footing, condition = red) =>
      refuseMove({ from, to, way: 'back' }, condition)
    expect(back(stands('C7'), stands('C6'))).toBeNull()
    expect(back(stands('C7', 'paused'), stands('C5'))).toBe('open_vet')
    expect(back(stands('C7', 'paused'), stands('C5'), { ...calm, lastRedAge: 2 })).toBe('red_window')
    expect(back(stands('C7', 'paused'), stands('C5'), { ...calm, lastRedAge: 3 })).toBeNull()
    expect(back(stands('C4'), stands('C7'), unlisted)).toBe('safety_list')
  })

  it('let nobody shorten days that have begun by another version', () => {
    const shorter = { status: 'active', stage: { ...stage('C4'), minDays: 1 } } as const
    const over = (daysInStage: number) =>
      refuseMove({ from: stands('C4'), to: shorter, way: 'over' }, { ...calm, daysInStage })
    expect(over(6)).toBe('min_days')
    expect(over(7)).toBeNull()
  })

  it('end with steady leash walks only from outdoors, with the list and without a flag', () => {
    const outdoors = stands('C9')
    expect(refuseEnding('leash_walks', outdoors, calm)).toBeNull()
    expect(refuseEnding('leash_walks', outdoors, { ...calm, daysInStage: 29 })).toBe('min_days')
    expect(refuseEnding('leash_walks', outdoors, unlisted)).toBe('safety_list')
    expect(refuseEnding('leash_walks', outdoors, { ...calm, openVet: ['collapse'] })).toBe('open_vet')
    expect(refuseEnding('leash_walks', outdoors, { ...calm, lastRedAge: 13 })).toBe('red_window')
    for (const wrong of [stands('C6'), stands('C5'), stands('C8', 'paused'), stands('C8', 'enrichment')])
      expect(refuseEnding('leash_walks', wrong, calm)).toBe('needs_outdoors')
    for (const outcome of ['occasional', 'indoors'] as const)
      expect(refuseEnding(outcome, stands('C2'), { ...unlisted, openVet: ['collapse'] })).toBeNull()
  })

  it('hold for a late start, and for starting again further on than the last plan ended', () => {
    expect(refuseStartAt(cat, 'C0', null, { ...unlisted, openVet: ['collapse'], lastRedAge: 0 })).toBeNull()
    expect(refuseStartAt(cat, 'C6', null, unlisted)).toBe('safety_list')
    expect(refuseStartAt(cat, 'C3', null, { ...calm, openVet: ['collapse'] })).toBe('open_vet')
    expect(refuseStartAt(cat, 'C3', null, { ...calm, lastRedAge: 6 })).toBe('red_window')
    const ended = { ...stands('C3', 'completed'), protocol: cat }
    expect(refuseStartAt(cat, 'C4', ended, { ...calm, daysInStage: 4 })).toBe('min_days')
    expect(refuseStartAt(cat, 'C3', ended, { ...calm, daysInStage: 0 })).toBeNull()
  })
})

describe('under another version', () => {
  const keys = (...of: Parameters<typeof stagesUnder>) => stagesUnder(...of).map(({ key }) => key)

  it('the stage is kept by its key, else nothing further on than the nearest that both know', () => {
    expect(keys(shortWalk, shortWalkSlower, 'yard')).toEqual(['yard'])
    expect(keys(shortWalk, shortWalkSlower, 'hall')).toEqual(['sofa'])
    expect(keys(shortWalkSlower, shortWalk, 'door')).toEqual(['sofa'])
    expect(keys(shortWalkSlower, otherWalk, 'mat')).toEqual(['sofa'])
    expect(keys(cat, shortWalk, 'C5')).toEqual(['sofa'])
    expect(keys(cat, shortWalk, 'C0')).toEqual(['sofa'])
    expect(keys(shortWalk, cat, 'hall')).toEqual(['C1'])
    const [sofa, hall, yard] = shortWalk.stages.map(({ key }) => stage(key, shortWalk))
    if (!sofa || !hall || !yard) throw new Error('three stages')
    const turned = { ...shortWalk, stages: [yard, { ...hall, key: 'mat' }, sofa] }
    expect(keys(shortWalk, turned, 'hall'), 'nothing further on').toEqual(['sofa', 'mat'])
  })

  it('what was trained at the door stays at the door when its stage is gone', () => {
    const places = placesAmong(cat, { a: shortWalk, b: shortWalkSlower, c: otherWalk })
    expect(places).toMatchObject({ door: 'threshold', sofa: 'outdoor', hall: 'indoor', C7: 'outdoor' })
  })
})
