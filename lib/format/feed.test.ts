import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { FeedVisit } from '@/lib/domain/feed/feed'
import { entriesOf } from './feed'

const from = Temporal.Instant.from('2026-05-14T08:15:00Z')
const visit: FeedVisit = {
  ...{ id: '1', status: 'booked', version: 1, changedAt: from, zone: 'Europe/Vienna', place: 'home' },
  ...{ from, until: from.add({ minutes: 60 }), leaves: from.subtract({ minutes: 20 }) },
  ...{ serviceName: 'Home visit', animals: ['Miso', 'Fig'], household: null },
  ...{ home: { lat: null, lng: null }, office: { lat: 47.07, lng: 15.44 } },
}
const titles = (more: Partial<FeedVisit>, travel = false) =>
  entriesOf({ ...visit, ...more }, 'https://doorstep.test/visits/1', travel).map(({ title }) => title)

it('says no more than is known', () => {
  expect(titles({})).toEqual(['Visit – Miso and Fig'])
  expect(titles({ animals: [] })).toEqual(['Visit'])
  expect(titles({ animals: [], place: 'remote' })).toEqual(['Visit, by call'])
  expect(titles({ status: 'cancelled' })).toEqual(['Cancelled: Visit – Miso and Fig'])
  const household = { name: 'Berger', address: '', contact: '', phone: '' }
  expect(titles({ animals: [], household })).toEqual(['Home visit – Berger'])
})

it('tells the way there where it was asked for and there is one', () => {
  expect(titles({}, true)).toEqual(['On the way – Miso and Fig', 'Visit – Miso and Fig'])
  expect(titles({ place: 'remote' }, true)).toEqual(['Visit – Miso and Fig, by call'])
  expect(titles({ leaves: from }, true)).toEqual(['Visit – Miso and Fig'])
})
