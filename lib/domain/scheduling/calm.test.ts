import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '@/lib/domain/time/time'
import { calmWarnings, type CalmAnimal } from './calm'
import { at } from './testing/practice'

const zone = 'Europe/London'
const miso: CalmAnimal = { id: 'miso', vetVisits: [], meals: [], redFlagDays: [] }
const visit = (wall: string) => ({ from: at(wall), until: at(wall) + 3_600_000 })
const atVet = (day: string, at: string | null = null) => ({ day, at })
const day = (text: string) => dayNumber(Temporal.PlainDate.from(text))

describe('cat-calm warnings', () => {
  it('keep two days between a visit and the vet, before and after', () => {
    const cat = { ...miso, vetVisits: [atVet('2026-05-20', '09:00'), atVet('2026-05-14', '09:00')] }
    expect(calmWarnings(visit('2026-05-15T10:00'), [cat], zone)).toEqual([
      { rule: 'vetVisit', animalId: 'miso', day: '2026-05-14', at: '09:00', hours: 25, apart: 48 },
    ])
    expect(calmWarnings(visit('2026-05-18T09:00'), [cat], zone)).toMatchObject([
      { rule: 'vetVisit', hours: 47 },
    ])
    expect(calmWarnings(visit('2026-05-16T09:00'), [cat], zone)).toEqual([])
  })

  it('count the whole day at the vet’s where nobody knows the time, a long one too', () => {
    const cat = { ...miso, vetVisits: [atVet('2026-10-25')] }
    expect(calmWarnings(visit('2026-10-25T15:00'), [cat], zone)).toMatchObject([{ at: null, hours: 0 }])
    expect(calmWarnings(visit('2026-10-22T23:00'), [cat], zone)).toEqual([])
    expect(calmWarnings(visit('2026-10-22T23:01'), [cat], zone)).toMatchObject([{ hours: 47 }])
    expect(calmWarnings(visit('2026-10-27T23:59'), [cat], zone)).toMatchObject([{ hours: 47 }])
    expect(calmWarnings(visit('2026-10-28T00:00'), [cat], zone)).toEqual([])
  })

  it('want a cat hungry enough to train, over midnight and a change of clocks too', () => {
    const cat = { ...miso, meals: ['07:30', '22:30'] }
    expect(calmWarnings(visit('2026-05-15T10:00'), [cat], zone)).toEqual([
      { rule: 'feeding', animalId: 'miso', meal: '07:30', hungry: at('2026-05-15T10:30') },
    ])
    expect(calmWarnings(visit('2026-05-15T10:30'), [cat], zone)).toEqual([])
    expect(calmWarnings(visit('2026-03-29T02:20'), [cat], zone)).toMatchObject([{ meal: '22:30' }])
    expect(calmWarnings(visit('2026-03-29T02:30'), [cat], zone)).toEqual([])
  })

  it('rest after a red flag for as many local days as readiness does', () => {
    const cat = { ...miso, redFlagDays: [day('2026-05-14'), day('2026-05-10')] }
    const warned = (wall: string) => calmWarnings(visit(wall), [cat], zone)
    expect(warned('2026-05-16T23:30')).toEqual([{ rule: 'coolDown', animalId: 'miso', until: '2026-05-17' }])
    expect(warned('2026-05-17T00:30')).toEqual([])
    expect(warned('2026-05-13T12:00')).toEqual([])
  })
})
