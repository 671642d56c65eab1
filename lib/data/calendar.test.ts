import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { client, closingDay, practice, timeOff, visitRequest, workingWeek } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { daysOfView } from '@/lib/domain/scheduling/week'
import { calendarOf } from './calendar'

const monday = Temporal.PlainDate.from('2026-05-11')
const wall = (text: string) => Temporal.PlainDateTime.from(text)
const week = daysOfView('week', monday)

const asSystem = <T>(of: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: of.practiceId, role: 'system' }, run)

it('shows the days of the practice’s zone, of all or of one consultant, cancelled visits left out', async () => {
  const here = await makeWorld({ zone: 'America/New_York' })
  const home = await makeHousehold(here)
  const late = await makeVisit(here, home, { localStart: wall('2026-05-17T22:30') })
  const early = await makeVisit(here, home, { localStart: wall('2026-05-11T00:00'), consultant: here.boss })
  await makeVisit(here, home, { localStart: wall('2026-05-18T00:00'), consultant: here.boss })
  await makeVisit(here, home, { localStart: wall('2026-05-12T10:00'), status: 'cancelled' })
  const page = await calendarOf(here.assistant, { days: week })
  expect(page.visits.map(({ id, mark }) => [id, mark])).toEqual([
    [early, 'circle'],
    [late, 'circle'],
  ])
  const mine = await calendarOf(here.assistant, { days: week, who: here.consultant.memberId })
  expect(mine.visits.map(({ id }) => id)).toEqual([late])
  expect(mine.trainers.map(({ name }) => name)).toEqual(['Ines Marek', 'Jonas Weiss'])
  const stranger = await makeWorld()
  expect((await calendarOf(stranger.boss, { days: week })).visits).toEqual([])
  await expect(calendarOf(home.guardian, { days: week })).rejects.toThrow(NotFound)
})

it('knows breaks, time off and closing days, and the way home after the last home of the day', async () => {
  const here = await makeWorld()
  const home = await makeHousehold(here)
  const { practiceId } = here
  const { memberId } = here.consultant
  await asSystem(here, async (tx) => {
    await tx.update(practice).set({ baseLat: 47.0707, baseLng: 15.4395 }).where(eq(practice.id, practiceId))
    await tx.update(client).set({ lat: 47.15, lng: 15.44 }).where(eq(client.id, home.clientId))
    const hours = { start: '09:00', end: '17:00', startPlace: 'office', endPlace: 'office' } as const
    const days = { 1: { ...hours, breaks: [{ start: '12:00', end: '12:30' }] }, 2: { ...hours, breaks: [] } }
    await tx.insert(workingWeek).values({ practiceId, memberId, days })
    await tx.insert(timeOff).values({
      ...{ practiceId, memberId, reason: 'Dentist' },
      ...{ localFrom: wall('2026-05-12T15:00'), localUntil: wall('2026-05-12T16:00') },
    })
    const holy = Temporal.PlainDate.from('2026-05-14')
    await tx
      .insert(closingDay)
      .values({ practiceId, firstDay: holy, lastDay: holy, kind: 'closed', name: 'Fair' })
  })
  const first = await makeVisit(here, home, { localStart: wall('2026-05-11T10:00') })
  const last = await makeVisit(here, home, { localStart: wall('2026-05-11T14:00') })
  const page = await calendarOf(here.boss, { days: week })
  const mine = page.shades.get(memberId)
  expect(mine?.get('2026-05-11')).toEqual([
    { kind: 'off', from: 0, until: 540, name: '' },
    { kind: 'break', from: 720, until: 750, name: '' },
    { kind: 'off', from: 1020, until: 1440, name: '' },
  ])
  expect(mine?.get('2026-05-12')?.[1]).toEqual({ kind: 'timeOff', from: 900, until: 960, name: '' })
  expect(mine?.get('2026-05-13')).toEqual([{ kind: 'off', from: 0, until: 1440, name: '' }])
  expect(page.shades.get(here.boss.memberId)?.get('2026-05-14')).toEqual([
    { kind: 'closed', from: 0, until: 1440, name: 'Fair' },
  ])
  const ways = new Map(page.visits.map(({ id, homeward }) => [id, homeward]))
  expect(ways.get(first)).toBe(0)
  expect(ways.get(last)).toBeGreaterThan(10)
})

it('shows the times households ask for, of all or of one, until they are answered', async () => {
  const here = await makeWorld()
  const home = await makeHousehold(here, { name: 'O’Neill', animal: 'Pfeffer' })
  const { practiceId, serviceId, consultant, boss } = here
  const request = {
    ...{
      practiceId,
      serviceId,
      clientId: home.clientId,
      animalIds: [home.animalId],
      askedBy: home.contactId,
    },
    choices: [`2026-05-12T10:00/${consultant.memberId}`, `2026-05-13T10:00/${boss.memberId}`],
    askedAt: Temporal.Instant.from('2026-05-10T08:00:00Z'),
  }
  const next = { ...request, choices: [`2026-05-19T10:00/${consultant.memberId}`] }
  const withdrawn = { ...request, state: 'withdrawn' as const, answeredAt: request.askedAt }
  await asSystem(here, (tx) => tx.insert(visitRequest).values([request, next, withdrawn]))
  const { asked } = await calendarOf(here.assistant, { days: week })
  expect(asked.map(({ from, animals }) => [from.toString(), animals])).toEqual([
    ['2026-05-12T08:00:00Z', ['Pfeffer']],
    ['2026-05-13T08:00:00Z', ['Pfeffer']],
  ])
  expect((await calendarOf(here.boss, { days: week, who: boss.memberId })).asked).toHaveLength(1)
  const stranger = await makeWorld()
  expect((await calendarOf(stranger.boss, { days: week })).asked).toEqual([])
})

it('asks five times, for one visit as for forty', async () => {
  const here = await makeWorld()
  const home = await makeHousehold(here)
  const counts: number[] = []
  for (const [day, many] of [
    ['2026-06-01', 1],
    ['2026-06-08', 40],
  ] as const) {
    const from = Temporal.PlainDate.from(day)
    for (let n = 0; n < many; n++)
      await makeVisit(here, home, {
        localStart: from
          .add({ days: n % 5 })
          .toPlainDateTime(Temporal.PlainTime.from({ hour: 8 + Math.floor(n / 5) })),
      })
    const counted = countQueries()
    const { visits } = await calendarOf(here.boss, { days: daysOfView('week', from) })
    counted.stop()
    expect(visits).toHaveLength(many)
    counts.push(counted.statements.filter((one) => /^\(?select/.test(one)).length)
  }
  expect(counts).toEqual([5, 5])
})
