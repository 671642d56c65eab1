import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { client, contact, practice } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { movePage } from './visit-move'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const wall = (text: string) => Temporal.PlainDateTime.from(text)

const asSystem = <T>(of: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: of.practiceId, role: 'system' }, run)

async function ground() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const other = await makeHousehold(world, { name: 'Ito', animal: 'Mochi' })
  const place = (home: Household, lat: number) =>
    asSystem(world, (tx) => tx.update(client).set({ lat, lng: 15.44 }).where(eq(client.id, home.clientId)))
  await place(household, 47.2)
  await place(other, 47.19)
  await asSystem(world, (tx) =>
    tx.update(practice).set({ baseLat: 47.07, baseLng: 15.44 }).where(eq(practice.id, world.practiceId)),
  )
  const visitId = await makeVisit(world, household, { localStart: wall('2026-05-14T10:00') })
  const look = (day?: string, time?: string, who = world.consultant) =>
    movePage(who, visitId, { day, time }, now)
  return { world, household, other, visitId, look }
}

it('says what a move does to the day: the way there, the driving, who is told', async () => {
  const { world, household, other, look } = await ground()
  await makeVisit(world, other, { localStart: wall('2026-05-15T09:00') })
  const { visit, preview, offers } = await look('2026-05-15', '11:00')
  expect(preview).toMatchObject({ verdict: 'fits', against: [] })
  if (!preview || 'refused' in preview) throw new Error('no preview')
  expect(preview.from.toString()).toBe('2026-05-15T09:00:00Z')
  expect(preview.why).toContain('from Ito')
  // Alone it takes the drive out and back; next to a neighbour a few minutes.
  expect(preview.driving.before).toBeGreaterThan(preview.driving.after + 10)
  expect(visit.told).toBe('Lena Berger')
  expect(offers.length).toBeGreaterThan(0)
  await asSystem(world, (tx) =>
    tx.update(contact).set({ email: null }).where(eq(contact.clientId, household.clientId)),
  )
  expect((await look()).visit.told).toBeNull()
  expect((await look()).preview).toBeNull()
})

it('is not in its own way, names the wall and the rules, and lets only the practice owner lay over', async () => {
  const { world, other, look } = await ground()
  await makeVisit(world, other, { localStart: wall('2026-05-14T15:00') })
  expect((await look('2026-05-14', '10:30')).preview).toMatchObject({ verdict: 'fits' })
  expect((await look('2026-05-14', '15:15')).preview).toMatchObject({ verdict: 'taken', layOver: false })
  expect((await look('2026-05-14', '15:15', world.boss)).preview).toMatchObject({ layOver: true })
  expect((await look('2026-05-14', '22:00')).preview).toMatchObject({ verdict: 'sayWhy' })
})

it('refuses the past and hours the clocks skip, and takes nonsense for nothing', async () => {
  const { look } = await ground()
  expect((await look('2026-05-11', '07:00')).preview).toEqual({ refused: 'inThePast' })
  expect((await look('2027-03-28', '02:30')).preview).toEqual({ refused: 'skippedHour' })
  expect((await look('2026-02-30', '10:00')).preview).toBeNull()
  expect((await look('2026-05-15', '25:00')).preview).toBeNull()
})

it('asks five times, beside one visit as beside forty; strangers get nothing', async () => {
  const { world, other, household, visitId, look } = await ground()
  const counts: number[] = []
  for (const more of [1, 39]) {
    for (let n = 0; n < more; n++)
      await makeVisit(world, other, {
        localStart: wall(`2026-05-15T08:00`).add({
          days: counts.length * 7 + (n % 10),
          hours: Math.floor(n / 10) * 2,
        }),
      })
    const counted = countQueries()
    await look('2026-05-20', '19:00')
    counted.stop()
    counts.push(counted.statements.filter((one) => /^\(?(select|with)/.test(one)).length)
  }
  expect(counts).toEqual([5, 5])
  const stranger = await makeWorld()
  await expect(movePage(stranger.boss, visitId, {}, now)).rejects.toThrow(NotFound)
  await expect(movePage(household.guardian, visitId, {}, now)).rejects.toThrow(NotFound)
})
