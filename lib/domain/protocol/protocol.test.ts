import { describe, expect, it } from 'vitest'
import { library, protocolFor } from './library'
import { protocolSchema, type Protocol } from './protocol'
import {
  isIntake,
  nextStage,
  previousStage,
  restartStage,
  stageIndex,
  stageOf,
  stagePlacesOf,
  stepBackStage,
} from './stage'

const cat = protocolFor('cat')
const rat = protocolFor('rat')

describe('the library', () => {
  it.each(library)('$key is a protocol', (protocol) => {
    expect(protocolSchema.parse(protocol)).toEqual(protocol)
  })

  it('leaves a month before the first outdoor step', () => {
    const daysBefore = (protocol: Protocol, key: string) =>
      protocol.stages.slice(0, stageIndex(protocol, key)).reduce((sum, { minDays }) => sum + minDays, 0)
    expect(daysBefore(cat, 'C6')).toBe(25)
    expect(daysBefore(cat, 'C7')).toBe(28)
    expect(daysBefore(rat, 'R7')).toBe(27)
  })

  it('asks for the safety list wherever the place is not indoor', () => {
    for (const { stages } of library)
      for (const stage of stages) expect(stage.gate).toBe(stage.place !== 'indoor')
  })

  it('reviews the indoor programme after 90 and 60 days', () => {
    expect([cat.alternative.reviewDays, rat.alternative.reviewDays]).toEqual([90, 60])
  })
})

describe('a stage', () => {
  it('has neighbours', () => {
    expect(nextStage(cat, 'C5')?.key).toBe('C6')
    expect(nextStage(cat, 'C9')).toBeNull()
    expect(nextStage(cat, 'CE')).toBeNull()
    expect(previousStage(cat, 'C5')?.key).toBe('C4')
    expect(previousStage(cat, 'C0')).toBeNull()
    expect(stageOf(cat, 'R1')).toBeNull()
    expect(stagePlacesOf(cat)['C6']).toBe('threshold')
  })

  it('is an intake when nothing is measured; a step back never leads there', () => {
    expect(cat.stages.filter(isIntake).map(({ key }) => key)).toEqual(['C0'])
    expect(stepBackStage(cat, 'C4')?.key).toBe('C3')
    expect(stepBackStage(cat, 'C1')?.key).toBe('C1')
    expect(stepBackStage(cat, 'CE')).toBeNull()
  })

  it('says itself where a step back leads, and the indoor programme where to try again', () => {
    const own: Protocol = {
      ...cat,
      stages: cat.stages.map((stage) => (stage.key === 'C7' ? { ...stage, stepBackTo: 'C4' } : stage)),
      alternative: { ...cat.alternative, restartAt: 'C3' },
    }
    expect(stepBackStage(own, 'C7')?.key).toBe('C4')
    expect(stepBackStage(own, 'C6')?.key).toBe('C5')
    expect(restartStage(own, 'C7')?.key).toBe('C3')
    expect(restartStage(own, 'C2')?.key).toBe('C2')
    expect(restartStage(cat, 'C7')?.key).toBe('C1')
    expect(restartStage(cat, 'C0')?.key).toBe('C0')
  })
})

describe('a practice’s own protocol', () => {
  const refused = (change: (protocol: Protocol) => unknown) => {
    const read = protocolSchema.safeParse(change(structuredClone(cat)))
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  const withStage = (more: object) => (protocol: Protocol) => ({
    ...protocol,
    stages: protocol.stages.map((stage, index) => (index === 2 ? { ...stage, ...more } : stage)),
  })

  it.each([
    ['no stage', (p: Protocol) => ({ ...p, stages: [] }), 'stages required'],
    [
      'too many',
      (p: Protocol) => ({
        ...p,
        stages: Array.from({ length: 61 }, (_, n) => ({ ...p.stages[0], key: `K${n}` })),
      }),
      'stages tooMany',
    ],
    ['a key twice', withStage({ key: 'C1' }), 'stages.2.key keyTwice'],
    ['the alternative’s key', withStage({ key: 'CE' }), 'stages.2.key keyTwice'],
    ['a key with blanks', withStage({ key: 'step one' }), 'stages.2.key notAKey'],
    ['a name of blanks', withStage({ name: '  ' }), 'stages.2.name required'],
    ['negative days', withStage({ minDays: -1 }), 'stages.2.minDays negative'],
    ['half a day', withStage({ minSessionDays: 1.5 }), 'stages.2.minSessionDays notANumber'],
    ['a negative target', withStage({ targetSec: -60 }), 'stages.2.targetSec negative'],
    ['a set of none', withStage({ reps: 0 }), 'stages.2.reps outOfRange'],
    ['a place unheard of', withStage({ place: 'moon' }), 'stages.2.place notAnOption'],
    ['a species unheard of', (p: Protocol) => ({ ...p, species: 'dog' }), 'species notAnOption'],
    ['version 0', (p: Protocol) => ({ ...p, version: 0 }), 'version outOfRange'],
    ['a missing alternative', ({ alternative: _, ...p }: Protocol) => p, 'alternative required'],
  ])('with %s is refused by its path', (_name, change, message) => {
    expect(refused(change)).toContain(message)
  })
})
