import ical, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { visitFile, type FiledVisit } from './visit-file'

const now = Temporal.Instant.from('2026-05-01T10:00:00Z')
const visit = {
  ...{
    id: '018f4b6e-0000-4000-8000-000000000001',
    version: 1,
    consultant: 'Mairi',
    place: 'home' as const,
  },
  ...{
    animals: ['Moth', 'Ash'],
    address: 'Kiln Row 9, Graz',
    zone: 'Europe/Vienna',
    minutes: 60,
  },
  localStart: Temporal.PlainDateTime.from('2026-05-14T10:15'),
}
const read = (more: Partial<FiledVisit> = {}, stands = true) => {
  const { name, bytes } = visitFile('Slow Door', [{ ...visit, ...more }], stands, now)
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
  const gone = read({ version: 3 }, false)
  expect(new Set([read(), moved, gone].map(({ event }) => event?.uid)).size).toBe(1)
  expect([moved, gone].map(({ event }) => Number(event?.sequence))).toEqual([2, 3])
  expect(gone.file).toContain('METHOD:CANCEL')
  expect(gone.event?.status).toBe('CANCELLED')
})

test('several visits are one file, each an entry of its own; one from afar has no address', () => {
  const second = { ...visit, id: '018f4b6e-0000-4000-8000-000000000002', place: 'remote' as const }
  const { name, bytes } = visitFile('Slow Door', [visit, second], true, now)
  expect(name).toBe('visits.ics')
  const events = Object.values(ical.sync.parseICS(bytes.toString('utf8'))).filter(
    (part): part is VEvent => part?.type === 'VEVENT',
  )
  expect(events.map(({ uid }) => uid)).toEqual([visit, second].map(({ id }) => `visit-${id}@doorstep`))
  expect(events.map(({ location }) => location)).toEqual([
    'Kiln Row 9, Graz',
    expect.stringContaining('Slow Door'),
  ])
})

test('several that are called off are published so: taking away in one go is for one entry alone', () => {
  const second = { ...visit, id: '018f4b6e-0000-4000-8000-000000000002' }
  const file = visitFile('Slow Door', [visit, second], false, now).bytes.toString('utf8')
  expect(file).toContain('METHOD:PUBLISH')
  expect(file.match(/^STATUS:CANCELLED/gm)).toHaveLength(2)
})
