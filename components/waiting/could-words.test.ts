import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { couldWords } from './could-words'

const untilDay = Temporal.PlainDate.from('2026-05-31')

it.each([
  [{ weekdays: [2, 4], fromTime: '09:00', untilTime: '12:00' }, 'Tue, Thu, 09:00 to 12:00, until Sun 31 May'],
  [{ weekdays: [], fromTime: '09:00', untilTime: null }, 'any day, from 09:00, until Sun 31 May'],
  [{ weekdays: [], fromTime: null, untilTime: '12:00' }, 'any day, until 12:00, until Sun 31 May'],
  [{ weekdays: [1, 2, 3, 4, 5, 6, 7], fromTime: null, untilTime: null }, 'any day, until Sun 31 May'],
  [{ weekdays: [], fromTime: null, untilTime: null }, 'any day, until Sun 31 May'],
])('says when somebody could: %j', (could, words) => expect(couldWords({ ...could, untilDay })).toBe(words))
