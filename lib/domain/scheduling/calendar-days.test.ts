import { expect, it } from 'vitest'
import { commonShades, type Shade } from './calendar-days'

const off = (from: number, until: number): Shade => ({ kind: 'off', from, until, name: '' })
const fair: Shade = { kind: 'closed', from: 0, until: 1440, name: 'Fair' }

it('leaves a column of everybody only what is nobody’s time', () => {
  const jonas = [off(0, 540), { ...off(720, 750), kind: 'break' as const }, off(1020, 1440)]
  const ines = [off(0, 480), off(900, 1440)]
  expect(commonShades([jonas, ines])).toEqual([off(0, 480), off(1020, 1440)])
  expect(commonShades([jonas])).toEqual(jonas)
  expect(commonShades([jonas, []])).toEqual([])
  expect(commonShades([])).toEqual([])
})

it('says why, where everybody’s day is closed', () => {
  expect(commonShades([[fair], [fair]])).toEqual([fair])
  expect(commonShades([[fair], [off(0, 540)]])).toEqual([off(0, 540)])
})
