import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { ageOf, isUnborn, readBirth, writeBirth } from './birth'
import { gramsOf, lengthIn, millimetresOf, weightIn } from './measures'
import { measureSchema, newAnimalSchema } from './schema'

const today = Temporal.PlainDate.from('2026-05-14')
const clientId = '7d1f0a44-6c55-4f38-9d5c-0f6f2f1e7a01'

describe('a birth date', () => {
  it.each([
    ['2021', '2021-01-01', 'year'],
    ['2021-05', '2021-05-01', 'month'],
    ['2021-5', '2021-05-01', 'month'],
    ['2021-05-14', '2021-05-14', 'day'],
    [' 2024-02-29 ', '2024-02-29', 'day'],
  ])('reads %s as far as it is known', (typed, on, precision) => {
    expect(readBirth(typed)?.on?.toString()).toBe(on)
    expect(readBirth(typed)?.precision).toBe(precision)
  })
  it.each(['2023-02-29', '2021-13', '21', 'spring', '1970', '2021-05-00'])('refuses %s', (typed) =>
    expect(readBirth(typed)).toBeNull(),
  )
  it('may be unknown', () => expect(readBirth('')).toEqual({ on: null, precision: 'unknown' }))
  it('comes back as it was typed', () => {
    for (const typed of ['2021', '2021-05', '2021-05-14', '']) {
      const birth = readBirth(typed)
      expect(birth && writeBirth(birth)).toBe(typed)
    }
  })
  it('lies ahead only where all of it does', () => {
    const unborn = (typed: string) => {
      const birth = readBirth(typed)
      return birth ? isUnborn(birth, today) : null
    }
    expect(unborn('2026')).toBe(false)
    expect(unborn('2026-05')).toBe(false)
    expect(unborn('2026-05-15')).toBe(true)
    expect(unborn('2027')).toBe(true)
    expect(unborn('')).toBe(false)
  })
  it('makes an age that is about right where only the year is known', () => {
    const aged = (typed: string) => {
      const birth = readBirth(typed)
      return birth && ageOf(birth, today)
    }
    expect(aged('2021-05-15')).toMatchObject({ years: 4, about: false })
    expect(aged('2021')).toMatchObject({ years: 4, about: true })
    expect(aged('2026')).toMatchObject({ years: 0, months: 4, about: true })
    expect(aged('')).toBeNull()
    expect(aged('2027')).toBeNull()
  })
})

describe('measures', () => {
  it('are kept in grams and millimetres', () => {
    expect(gramsOf(4.25, 'metric')).toBe(4250)
    expect(gramsOf(9.4, 'imperial')).toBe(4264)
    expect(millimetresOf(14.5, 'imperial')).toBe(368)
  })
  it('come back within a gram and a millimetre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.constantFrom('metric', 'imperial'),
        (kept, units) => {
          expect(gramsOf(weightIn(kept, units), units)).toBe(kept)
          expect(millimetresOf(lengthIn(kept, units), units)).toBe(kept)
        },
      ),
    )
  })
  it('take a decimal comma, and refuse a form with none', () => {
    const form = { animalId: clientId, takenOn: '2026-05-14' }
    expect(measureSchema.parse({ ...form, weight: '4,2' }).weight).toBe(4.2)
    expect(measureSchema.safeParse({ ...form, weight: '0' }).success).toBe(false)
    expect(measureSchema.safeParse(form).error?.issues[0]?.message).toBe('nothingMeasured')
  })
})

describe('the form of an animal', () => {
  const form = { clientId, name: 'Moth', species: 'cat' }
  it('needs a name and a species only', () => {
    expect(newAnimalSchema.parse(form)).toMatchObject({ name: 'Moth', showScore: false, coat: '' })
    expect(newAnimalSchema.safeParse({ ...form, species: '' }).success).toBe(false)
  })
  it('reads a chip number in groups and refuses letters', () => {
    expect(newAnimalSchema.parse({ ...form, microchip: '040 098 100 123 456' }).microchip).toBe(
      '040098100123456',
    )
    expect(newAnimalSchema.safeParse({ ...form, microchip: 'AB1234567' }).success).toBe(false)
  })
  it('draws no cat as a rat', () => {
    expect(newAnimalSchema.parse({ ...form, coat: 'rat_hooded' }).coat).toBe('')
    expect(newAnimalSchema.parse({ ...form, coat: 'cat_black' }).coat).toBe('cat_black')
  })
})
