import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isOutgrown } from '@/lib/domain/fit/fit'
import { itemsFor, safetyItems, type SafetyItem } from './items'
import { degreesOf, refusedFields } from './refused-fields'
import { lastDay, safetyList, soonDays, vetoes, type SafetyRecord } from './safety-list'
import { temperatureState } from './temperature'

const days = (many: number, from = '2026-01-01') => Temporal.PlainDate.from(from).add({ days: many })
/** A dozen years around several leap days and one century that has none. */
const aDay = fc
  .oneof(fc.integer({ min: 0, max: 4400 }), fc.integer({ min: -46_500, max: -46_000 }))
  .map((n) => days(n, '2024-01-01'))
const aSpecies = fc.constantFrom('cat' as const, 'rat' as const)
const anItem = fc.constantFrom(...safetyItems)
const aRecord: fc.Arbitrary<SafetyRecord> = fc.record({
  key: anItem.map(({ key }) => key),
  on: aDay,
  failed: fc.boolean(),
  validUntil: fc.option(aDay),
  siteKey: fc.constantFrom('', 'yard', null),
  withdrawn: fc.boolean(),
  weightG: fc.option(fc.integer({ min: 200, max: 9000 })),
  temperatureC: fc.option(fc.double({ min: -20, max: 45, noNaN: true })),
})
const aQuestion = fc.record({
  species: aSpecies,
  records: fc.array(aRecord, { maxLength: 14 }),
  openVet: fc.constantFrom<string[]>([], ['collapse']),
  on: aDay,
  siteKey: fc.constantFrom('', 'yard', null),
  weightG: fc.option(fc.integer({ min: 200, max: 9000 })),
  temperatureBlocks: fc.boolean(),
})

/** Everything in order on that day. */
const complete = (species: 'cat' | 'rat', on: Temporal.PlainDate): SafetyRecord[] =>
  itemsFor(species).map(({ key }) => ({
    ...{ key, on, siteKey: '', weightG: 4000, validUntil: on.add({ months: 8 }), temperatureC: 20 },
  }))
const asked = (species: 'cat' | 'rat', records: SafetyRecord[], on: Temporal.PlainDate) =>
  safetyList({ species, records, openVet: [], on, siteKey: '', weightG: 4000 })

describe('validity', () => {
  it('ends on the calendar: months from the 31st, and over leap days', () => {
    const until = (item: string, on: string) =>
      String(lastDay(safetyItems.find(({ key }) => key === item) as SafetyItem, { on }))
    expect(until('escape_plan', '2026-08-31')).toBe('2027-02-28')
    expect(until('escape_plan', '2027-08-31')).toBe('2028-02-29')
    expect(until('microchip', '2028-02-29')).toBe('2029-02-28')
    expect(until('harness_fit', '2028-02-01')).toBe('2028-03-02')
    expect(until('harness_fit', '2027-02-01')).toBe('2027-03-03')
  })

  it('holds through its last day and not a day longer, for any day it was seen', () =>
    fc.assert(
      fc.property(anItem, aDay, fc.integer({ min: 0, max: 900 }), (item, on, later) => {
        const day = on.add({ days: later })
        const validUntil = on.add({ days: 200 })
        const species = item.species[0] ?? 'cat'
        const record = { key: item.key, on, validUntil, siteKey: '', temperatureC: 20 }
        const line = asked(species, [record], day).items.find(({ key }) => key === item.key)
        const until = lastDay(item, { on, validUntil })
        const holds = until === null || Temporal.PlainDate.compare(day, until) <= 0
        expect(line?.state === 'ok').toBe(holds)
      }),
    ))

  it('closes the gate by time alone, and time alone never opens it', () =>
    fc.assert(
      fc.property(aSpecies, aDay, fc.integer({ min: 1, max: 800 }), (species, on, later) => {
        const records = complete(species, on)
        expect(asked(species, records, on).ok).toBe(true)
        const after = asked(species, records, on.add({ days: later }))
        expect(after.ok).toBe(false)
        expect(after.missing).toEqual(expect.arrayContaining(['gear_check', 'carrier']))
        const then = asked(species, records, on.add({ days: later + 1 })).missing
        expect(then).toEqual(expect.arrayContaining([...after.missing]))
      }),
    ))

  it('says what runs out within a week, and only while it holds', () =>
    fc.assert(
      fc.property(aQuestion, (question) => {
        for (const { state, until, endsInDays } of safetyList(question).items) {
          if (endsInDays === null) continue
          expect(state).toBe('ok')
          expect(endsInDays).toBeGreaterThanOrEqual(0)
          expect(endsInDays).toBeLessThanOrEqual(soonDays)
          const on = Temporal.PlainDate.from(question.on)
          expect(String(on.add({ days: endsInDays }))).toBe(String(until))
        }
      }),
    ))
})

describe('a veto', () => {
  it('is exactly the blocking lines that do not hold, whatever was recorded', () =>
    fc.assert(
      fc.property(aQuestion, (question) => {
        const { ok, items, missing } = safetyList(question)
        expect(missing).toEqual(items.filter(vetoes).map(({ key }) => key))
        expect(ok).toBe(missing.length === 0)
        if (question.openVet.length > 0) expect(missing).toContain('no_vet_flag')
      }),
    ))

  it('is not changed by what was taken back or lies ahead', () =>
    fc.assert(
      fc.property(aQuestion, (question) => {
        const counted = question.records.filter(
          ({ withdrawn, on }) => !withdrawn && Temporal.PlainDate.compare(on, question.on) <= 0,
        )
        expect(safetyList({ ...question, records: counted })).toEqual(safetyList(question))
      }),
    ))

  it('follows the last look: one that did not pass closes, a later one that passed opens', () => {
    const on = days(100)
    const records = complete('cat', on)
    const failed: SafetyRecord = { key: 'harness_fit', on, failed: true }
    const line = asked('cat', [...records, failed], on)
    expect(line.missing).toEqual(['harness_fit'])
    expect(line.items.find(({ key }) => key === 'harness_fit')?.state).toBe('not_passed')
    expect(asked('cat', [...records, failed, { key: 'harness_fit', on }], on).ok).toBe(true)
    expect(asked('cat', [...records, { ...failed, on: on.subtract({ days: 1 }) }], on).ok).toBe(true)
  })

  it('asks the temperature of the day only where the practice says so', () => {
    const on = days(100)
    const records = complete('cat', on).filter(({ key }) => key !== 'temperature')
    const strict = (more: SafetyRecord[]) =>
      safetyList({
        ...{ species: 'cat', records: [...records, ...more], openVet: [], on, siteKey: '' },
        temperatureBlocks: true,
      }).missing
    expect(asked('cat', records, on).ok).toBe(true)
    expect(strict([])).toEqual(['temperature'])
    const yesterday = { key: 'temperature', on: on.subtract({ days: 1 }), temperatureC: 12 } as const
    expect(strict([yesterday])).toEqual(['temperature'])
    expect(strict([{ ...yesterday, on }])).toEqual([])
    expect(strict([{ ...yesterday, on, temperatureC: 28 }])).toEqual([])
    expect(strict([{ ...yesterday, on, temperatureC: 30.1 }])).toEqual(['temperature'])
  })
})

describe('a harness and a weight', () => {
  it('part at five per cent, up or down, exactly', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.constantFrom(-1, 1), (twentieth, way) => {
        const fitted = twentieth * 20
        expect(isOutgrown(fitted, fitted + way * twentieth)).toBe(true)
        if (twentieth > 1) expect(isOutgrown(fitted, fitted + way * (twentieth - 1))).toBe(false)
      }),
    ))

  it('stay together where a weight is not known', () => {
    expect(isOutgrown(null, 4000)).toBe(false)
    expect(isOutgrown(4000, null)).toBe(false)
    const on = days(3)
    const list = safetyList({
      ...{ species: 'rat', records: complete('rat', on), openVet: [], on, siteKey: '' },
      weightG: 4200,
    })
    expect(list.items.find(({ key }) => key === 'harness_fit')?.state).toBe('outgrown')
  })
})

describe('temperature', () => {
  it.each([
    ['cat', [-0.1, 0, 27, 27.1, 30, 30.1], ['too', 'ok', 'ok', 'take', 'take', 'too']],
    [
      'rat',
      [14.9, 15, 17.9, 18, 24, 24.1, 26, 26.1],
      ['too', 'take', 'take', 'ok', 'ok', 'take', 'take', 'too'],
    ],
  ] as const)('of a %s has its limits', (species, degrees, said) => {
    expect(degrees.map((celsius) => temperatureState(species, celsius).split('_')[0])).toEqual(said)
  })

  it('is read with a point, a comma or a true minus; anything else is none', () => {
    expect(['12', '12,5', '-3', '−3.5', ' 7 '].map(degreesOf)).toEqual([12, 12.5, -3, -3.5, 7])
    expect(['', 'warm', '1e3', '100', '0x10', 'NaN', '12°'].map(degreesOf)).toEqual(Array(7).fill(null))
  })
})

describe('a look as it was filled in', () => {
  const today = Temporal.PlainDate.from('2026-05-14')
  const wrong = (item: string, more: object = {}, passedOn = today) =>
    refusedFields({ item, evidence: '', ...more } as never, 'cat', passedOn, today)
  it('needs what its item needs', () => {
    expect(wrong('gear_check')).toBeNull()
    expect(wrong('gear_check', {}, today.add({ days: 1 }))).toEqual({ passedOn: 'errors.inTheFuture' })
    expect(wrong('vaccines')).toEqual({ validUntil: 'errors.required' })
    expect(wrong('vaccines', { validUntil: '2026-05-13' })).toEqual({ validUntil: 'safety.endsBefore' })
    expect(wrong('vaccines', { validUntil: '2206-05-13' })).toEqual({ validUntil: 'safety.tooFarAhead' })
    expect(wrong('vaccines', { validUntil: '2027-05-13' })).toBeNull()
    expect(wrong('temperature', { evidence: 'mild' })).toEqual({ evidence: 'errors.notANumber' })
    expect(
      refusedFields({ item: 'microchip', evidence: '', validUntil: undefined }, 'rat', today, today),
    ).toEqual({ item: 'errors.notAnOption' })
  })
})
