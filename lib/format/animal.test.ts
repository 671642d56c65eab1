import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { age } from './age'
import { length, weight } from './measures'

const today = Temporal.PlainDate.from('2026-05-14')
const born = (day: string, precision: 'day' | 'month' | 'year') => ({
  on: Temporal.PlainDate.from(day),
  precision,
})

it('says an age as exactly as it is known', () => {
  expect(age(born('2023-01-10', 'day'), today)).toBe('3 years')
  expect(age(born('2025-01-10', 'day'), today)).toBe('1 year')
  expect(age(born('2021-01-01', 'year'), today)).toBe('about 4 years')
  expect(age(born('2025-11-01', 'month'), today)).toBe('about 5 months')
  expect(age(born('2026-03-26', 'day'), today)).toBe('7 weeks')
  expect(age({ on: null, precision: 'unknown' }, today)).toBe('age unknown')
})

it('says measures in the units of the practice', () => {
  expect(weight(4250, 'metric')).toBe('4.25 kg')
  expect(weight(350, 'metric')).toBe('350 g')
  expect(weight(4264, 'imperial')).toBe('9.4 lb')
  expect(weight(350, 'imperial')).toBe('12.3 oz')
  expect(length(365, 'metric')).toBe('36.5 cm')
  expect(length(368, 'imperial')).toBe('14.5 in')
})
