import { describe, expect, it } from 'vitest'
import { totalOf, waysOf } from './mileage'

const at = (id: string) => ({ spot: { id, at: null } })
const kilometres = (from: { id: string }, to: { id: string }) =>
  [from.id, to.id].includes('?') ? null : from.id.length + to.id.length

describe('the ways of a day', () => {
  it('go from where it begins to where it ends, over every stop in order, and nowhere twice', () => {
    const stops = [at('a'), at('bb'), at('bb'), at('?')]
    const ways = waysOf(stops, { start: at('office'), end: at('home') }, kilometres)
    expect(ways.map(({ from, to, km }) => [from.spot.id, to.spot.id, km])).toEqual([
      ['office', 'a', 7],
      ['a', 'bb', 3],
      ['bb', '?', null],
      ['?', 'home', null],
    ])
    expect(totalOf(ways)).toEqual({ km: 10, unknown: 2 })
  })

  it('are between homes alone where a day begins anywhere, and none without a home', () => {
    expect(waysOf([at('a'), at('b')], { start: null, end: null }, kilometres)).toHaveLength(1)
    expect(waysOf([], { start: at('office'), end: at('office') }, kilometres)).toEqual([])
  })
})
