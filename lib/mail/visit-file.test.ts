import ical, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { visitFile } from './visit-file'

const now = Temporal.Instant.from('2026-05-01T10:00:00Z')
const visit = {
  ...{
    id: '018f4b6e-0000-4000-8000-000000000001',
    version: 1,
    practiceName: 'Slow Door',
    consultant: 'Mairi',
  },
  ...{
    animals: ['Moth', 'Ash'],
    address: 'Kiln Row 9, Graz',
    zone: 'Europe/Vienna',
    minutes: 60,
    stands: true,
  },
  localStart: Temporal.PlainDateTime.from('2026-05-14T10:15'),
}
const read = (more: Partial<typeof visit> = {}) => {
  const { name, bytes } = visitFile({ ...visit, ...more }, now)
  const file = bytes.toString('utf8')
  const event = Object.values(ical.sync.parseICS(file)).find(
    (part): part is VEvent => part?.type === 'VEVENT',
  )
  return { name, file, event }
}

test('a calendar reads when, where and for whom, at the home’s own clock', () => {
  const { name, file, event } = read()
  expect(name).toBe('visit.ics')
  expect(file).toContain('METHOD:PUBLISH')
  expect(file).toContain('DTSTART;TZID=Europe/Vienna:20260514T101500')
  expect(event).toMatchObject({ summary: 'Slow Door: visit for Moth and Ash', location: 'Kiln Row 9, Graz' })
  expect(event?.end?.getTime()).toBe(Temporal.Instant.from('2026-05-14T09:15:00Z').epochMilliseconds)
})

test('moved, it is the same entry with a later number; called off, it is taken away', () => {
  const moved = read({ version: 2, localStart: visit.localStart.add({ hours: 2 }) })
  const gone = read({ version: 3, stands: false })
  expect(new Set([read(), moved, gone].map(({ event }) => event?.uid)).size).toBe(1)
  expect([moved, gone].map(({ event }) => Number(event?.sequence))).toEqual([2, 3])
  expect(gone.file).toContain('METHOD:CANCEL')
  expect(gone.event?.status).toBe('CANCELLED')
})
