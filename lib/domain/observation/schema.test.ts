import { describe, expect, it } from 'vitest'
import { bodyLevel, impliedLevel } from './body'
import { trainingSessionSchema } from './schema'
import {
  durationBandKeys,
  durationBands,
  goodSignsBySpecies,
  signs,
  signsBySpecies,
  species,
  timeBands,
  timeBandStarts,
} from './vocabulary'

describe('body level', () => {
  it('is the higher of tap and signs: a flop is never loose', () => {
    expect(bodyLevel(0, ['flop'])).toBe(2)
    expect(bodyLevel(3, ['ears_turned'])).toBe(3)
    expect(bodyLevel(0, [])).toBe(0)
  })

  it('reads every chip of every species at its level, good and unknown ones at 0', () => {
    for (const one of species) {
      for (const [level, signs] of Object.entries(signsBySpecies[one])) {
        for (const sign of signs) expect(impliedLevel([sign])).toBe(Number(level))
      }
      for (const sign of goodSignsBySpecies[one]) expect(impliedLevel([sign])).toBe(0)
    }
    expect(impliedLevel(['constructor', 'never heard of'])).toBe(0)
  })
})

describe('training session form', () => {
  const messages = (input: unknown) => {
    const read = trainingSessionSchema.safeParse(input)
    return read.success ? [] : read.error.issues.map((issue) => [issue.path.join('.'), issue.message])
  }

  it('reads a whole form of strings', () => {
    const read = trainingSessionSchema.parse({
      stress: '1',
      durationBand: '5_to_10min',
      repsOk: '4',
      signs: ['sat_down', 'sat_down', 'purrs'],
      triggers: ['dog', 'none'],
      events: 'injury',
      food: 'slow',
      temperatureC: '12',
      note: '  sniffed the step ',
      cssPeak: '3',
    })
    expect(read).toMatchObject({
      stress: 1,
      durationSec: 300,
      repsOk: 4,
      repsTotal: 5,
      signs: ['sat_down'],
      goodSigns: ['purrs'],
      triggers: ['dog'],
      events: ['injury'],
      health: [],
      temperatureC: 12,
      note: 'sniffed the step',
    })
  })

  it('takes empty strings as not given, never as zero', () => {
    const read = trainingSessionSchema.parse({
      stress: '0',
      durationSec: '',
      food: '',
      repsOk: ' ',
      signs: '',
    })
    expect(read.durationSec).toBeUndefined()
    expect(read.food).toBeUndefined()
    expect(read.repsOk).toBeUndefined()
    expect(read.signs).toEqual([])
  })

  it('lets the stopwatch win over the tapped band', () => {
    expect(
      trainingSessionSchema.parse({ stress: 0, durationSec: 341, durationBand: '5_to_10min' }).durationSec,
    ).toBe(341)
  })

  it('reads wall times and instants, and refuses days that do not exist', () => {
    expect(messages({ stress: 0, startedAt: '2026-03-01T17:20' })).toEqual([])
    expect(messages({ stress: 0, startedAt: '2026-03-01T17:20:00Z' })).toEqual([])
    expect(messages({ stress: 0, startedAt: '2026-02-30T10:00' })).toEqual([['startedAt', 'notADate']])
  })

  it('says what is wrong in catalogue keys', () => {
    expect(messages({})).toEqual([['stress', 'required']])
    expect(messages({ stress: '' })).toEqual([['stress', 'required']])
    expect(messages({ stress: 'x' })).toEqual([['stress', 'notANumber']])
    expect(messages({ stress: '5' })).toEqual([['stress', 'outOfRange']])
    expect(messages({ stress: 0, durationSec: 'long' })).toEqual([['durationSec', 'notANumber']])
    expect(messages({ stress: 0, durationSec: '-1' })).toEqual([['durationSec', 'outOfRange']])
    expect(messages({ stress: 0, food: 'fish' })).toEqual([['food', 'notAnOption']])
    expect(messages({ stress: 0, signs: ['flop', 'nope'] })).toEqual([['signs.1', 'notAnOption']])
    expect(messages({ stress: 0, note: 'x'.repeat(501) })).toEqual([['note', 'tooLong']])
    expect(messages({ stress: 0, repsOk: '6' })).toEqual([['repsOk', 'outOfRange']])
  })
})

describe('the closed sets', () => {
  it('lists every sign of every species once', () => {
    const all = species.flatMap((one) => [
      ...Object.values(signsBySpecies[one]).flat(),
      ...goodSignsBySpecies[one],
    ])
    expect([...signs].sort()).toEqual([...new Set<string>(all)].sort())
    expect(new Set<string>(signs).size).toBe(signs.length)
  })

  it('keeps keys and bounds together', () => {
    expect(durationBands.map(({ key }) => key)).toEqual(durationBandKeys)
    expect(timeBandStarts.map(({ key }) => key)).toEqual(timeBands)
  })
})
