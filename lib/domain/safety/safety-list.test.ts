import { describe, expect, it } from 'vitest'
import { safetyItemKeys, safetyItems } from './items'
import { safetyList, type SafetyQuestion, type SafetyRecord } from './safety-list'

const on = '2026-05-10'
const records: SafetyRecord[] = [
  { key: 'harness_fit', on: '2026-04-10', weightG: 4000 },
  { key: 'gear_check', on },
  { key: 'microchip', on: '2025-05-10' },
  { key: 'vaccines', on: '2026-01-01', validUntil: '2026-05-10' },
  { key: 'escape_plan', on: '2025-11-10' },
  { key: 'site_check', on: '2026-02-01', siteKey: 'yard' },
  { key: 'carrier', on },
]
const asked = (more: Partial<SafetyQuestion> = {}) =>
  safetyList({ species: 'cat', records, openVet: [], on, siteKey: 'yard', ...more })
const without = (key: string) => records.filter((record) => record.key !== key)

describe('the outdoor safety list', () => {
  it('holds on the last day of everything', () => {
    expect(asked()).toMatchObject({ ok: true, missing: [] })
  })

  it('misses the day-by-day items and what ran out the day after', () => {
    expect(asked({ on: '2026-05-11' }).missing).toEqual([
      'harness_fit',
      'gear_check',
      'microchip',
      'vaccines',
      'escape_plan',
      'carrier',
    ])
  })

  it.each(records.map(({ key }) => key))('is a veto: without %s nothing goes', (key) => {
    expect(asked({ records: without(key) })).toMatchObject({ ok: false, missing: [key] })
  })

  it('is for one site, and home is a site', () => {
    expect(asked({ siteKey: 'park' }).missing).toEqual(['site_check'])
    expect(asked({ siteKey: null }).missing).toEqual(['site_check'])
    expect(asked({ siteKey: null, records: [...records, { key: 'site_check', on }] }).ok).toBe(true)
  })

  it('ends a fit check when the weight changes by 5 %', () => {
    expect(asked({ weightG: 4190 }).ok).toBe(true)
    expect(asked({ weightG: 3800 }).missing).toEqual(['harness_fit'])
  })

  it('waits for the vet while a flag is open', () => {
    expect(asked({ openVet: ['limp_or_pain'] }).missing).toEqual(['no_vet_flag'])
  })

  it('lets the later record count, and neither the future nor what was withdrawn', () => {
    const checks = (more: SafetyRecord) => asked({ records: [...without('harness_fit'), more] }).ok
    expect(checks({ key: 'harness_fit', on: '2026-05-11' })).toBe(false)
    expect(checks({ key: 'harness_fit', on, withdrawn: true })).toBe(false)
    expect(checks({ key: 'harness_fit', on })).toBe(true)
  })

  it('warns of the temperature, and vetoes where the practice wants it', () => {
    const at = (temperatureC: number, more: Partial<SafetyQuestion> = {}) => {
      const list = asked({ records: [...records, { key: 'temperature', on, temperatureC }], ...more })
      return [list.items.find(({ key }) => key === 'temperature')?.state, list.ok]
    }
    expect(at(27)).toEqual(['ok', true])
    expect(at(28)).toEqual(['take_care', true])
    expect(at(31)).toEqual(['too_hot_or_cold', true])
    expect(at(31, { temperatureBlocks: true })).toEqual(['too_hot_or_cold', false])
    expect(at(14, { species: 'rat', temperatureBlocks: true })).toEqual(['too_hot_or_cold', false])
  })

  it('asks a rat for no microchip and no vaccines', () => {
    const { items } = asked({
      species: 'rat',
      records: without('microchip').filter(({ key }) => key !== 'vaccines'),
    })
    expect(items.map(({ key }) => key)).not.toContain('microchip')
    expect(items.every(({ force, state }) => force !== 'blocks' || state === 'ok')).toBe(true)
    expect(safetyItems.map(({ key }) => key)).toEqual(safetyItemKeys)
  })
})
