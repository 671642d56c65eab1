import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { client, drive, outbox, practice, visit, workingWeek } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { monthCsv, waysCsv } from '@/lib/format/mileage-csv'
import { moveTogether } from './day-order'
import { mileageOf } from './mileage'
import { todayOf } from './today'
import { arriveAtVisit, leaveVisit } from './visit-press'

const now = Temporal.Instant.from('2026-05-14T05:00:00Z')
const day = Temporal.PlainDate.from('2026-05-14')
const asSystem = <T>(world: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)

/** Three homes along a road north of the practice, visited in an order nobody would drive. */
async function zigzag() {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
  const world = await makeWorld({ zone: 'UTC' })
  await asSystem(world, (tx) =>
    tx.update(practice).set({ baseLat: 47, baseLng: 15 }).where(eq(practice.id, world.practiceId)),
  )
  const at = async (name: string, lat: number, time: string) => {
    const home = await makeHousehold(world, { name, animal: `Cat of ${name}` })
    await asSystem(world, (tx) => tx.update(client).set({ lat, lng: 15 }).where(eq(client.id, home.clientId)))
    const id = await makeVisit(world, home, { localStart: Temporal.PlainDateTime.from(`2026-05-14T${time}`) })
    return { home, id }
  }
  const far = await at('Far', 47.2, '09:00')
  const near = await at('Near', 47.02, '11:30')
  const middle = await at('Middle', 47.1, '14:00')
  return { world, far, near, middle }
}

const stands = async (world: World, id: string) => {
  const [row] = await asSystem(world, (tx) =>
    tx
      .select({ start: visit.localStart, version: visit.version, blocked: visit.blocked })
      .from(visit)
      .where(eq(visit.id, id)),
  )
  return row
}

/** Two homes on one road, the far one first; the hours leave room for nothing but changing places. */
async function twoOnARoad() {
  const { world, far, near, middle } = await zigzag()
  const hours = {
    start: '08:30',
    end: '14:00',
    breaks: [],
    startPlace: 'office',
    endPlace: 'anywhere',
  } as const
  await asSystem(world, async (tx) => {
    await tx.update(visit).set({ status: 'cancelled' }).where(eq(visit.id, middle.id))
    await tx
      .insert(workingWeek)
      .values({ practiceId: world.practiceId, memberId: world.consultant.memberId, days: { 4: hours } })
  })
  return { world, far, near }
}

const wallOf = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('a better order of the day', () => {
  it('is suggested, moves nothing by itself, and changes places in one go when it is said so', async () => {
    const { world, far, near } = await twoOnARoad()
    const page = await todayOf(world.consultant, {}, now)
    const [better, ...more] = page.better
    expect(more).toEqual([])
    expect(better).toMatchObject({ kind: 'swap', ids: [far.id, near.id], saves: 60 })
    expect((await stands(world, far.id))?.start.toString()).toBe('2026-05-14T09:00:00')
    const shifts = better?.shifts ?? []
    expect(shifts).toHaveLength(2)
    const moves = shifts.map(({ id, at }) => ({ id, version: 1, wall: wallOf(at) }))
    const who = world.consultant.memberId
    const said = { moves, day: day.toString(), who }
    expect(await moveTogether(world.consultant, said, now)).toMatchObject({ ok: true })
    for (const { id, at } of shifts) {
      const its = await stands(world, id)
      expect(its?.start.toString({ smallestUnit: 'minute' })).toBe(wallOf(at))
      // The drive to it is kept free from the home that is before it now.
      expect(its?.blocked.from.epochMilliseconds).toBeLessThan(at.epochMilliseconds)
    }
    expect((await todayOf(world.consultant, {}, now)).line.drive).toBe(page.line.drive - 60)
    const mails = await asSystem(world, (tx) => tx.select({ kind: outbox.kind }).from(outbox))
    expect(mails.filter(({ kind }) => kind === 'visit_change')).toHaveLength(2)
    expect(await moveTogether(world.consultant, said, now)).toMatchObject({ reason: 'errors.conflict' })
    const elsewhere = await makeWorld()
    for (const viewer of [elsewhere.boss, near.home.guardian])
      await expect(moveTogether(viewer, said, now)).rejects.toThrow(NotFound)
  })

  it('leaves what is confirmed, near, or on a day off where it is', async () => {
    const { world, far, near, middle } = await zigzag()
    const confirm = (ids: string[]) =>
      asSystem(world, async (tx) => {
        for (const id of ids) await tx.update(visit).set({ status: 'confirmed' }).where(eq(visit.id, id))
      })
    await confirm([far.id, near.id])
    for (const { shifts } of (await todayOf(world.consultant, {}, now)).better)
      expect(shifts.map(({ id }) => id)).toEqual([middle.id])
    const late = Temporal.Instant.from('2026-05-14T12:30:00Z')
    expect((await todayOf(world.consultant, {}, late)).better).toEqual([])
    await confirm([middle.id])
    expect((await todayOf(world.consultant, {}, now)).better).toEqual([])
  })

  it('moves all or none: one that does not fit takes the others back', async () => {
    const { world, far, near } = await zigzag()
    const moves = [
      { id: far.id, version: 1, wall: '2026-05-14T16:00' },
      { id: near.id, version: 1, wall: '2026-05-14T14:30' },
    ]
    const answer = await moveTogether(
      world.consultant,
      { moves, day: day.toString(), who: world.consultant.memberId },
      now,
    )
    expect(answer.ok).toBe(false)
    for (const { id } of [far, near]) expect((await stands(world, id))?.version).toBe(1)
  })
})

describe('mileage', () => {
  it('is of the plan and of the taps, way by way and day by day, in the practice’s units', async () => {
    const { world, far, near } = await zigzag()
    const { consultant } = world
    const tap = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
    // Driven in another order than planned; the last one was not gone to.
    await arriveAtVisit(consultant, { id: near.id, version: 1 }, tap('09:00'))
    await leaveVisit(consultant, { id: near.id, version: 2 }, tap('10:00'))
    await arriveAtVisit(consultant, { id: far.id, version: 1 }, tap('10:45'))
    const span = { first: day, last: day }
    const page = await mileageOf(consultant, span)
    const [only] = page.days
    const names = (ways: { from: { name: string }; to: { name: string } }[] = []) =>
      ways.map(({ from, to }) => `${from.name || 'base'} ${to.name || 'base'}`)
    expect(names(only?.planned.ways)).toEqual(['base Far', 'Far Near', 'Near Middle', 'Middle base'])
    expect(names(only?.driven.ways)).toEqual(['base Near', 'Near Far', 'Far base'])
    // 0.2 degrees of latitude, there and back, on roads 1.4 times as long.
    expect(only?.driven.km).toBeCloseTo(2 * 0.2 * 111.195 * 1.4, 1)
    const drives = await asSystem(world, (tx) => tx.select().from(drive))
    expect(drives.map(({ minutes }) => minutes)).toEqual([45])
    expect(only?.driven.minutes).toBe(45)

    const month = monthCsv(page, 'metric').replace('\uFEFF', '').split('\r\n')
    expect(month[0]).toBe('Date,Consultant,Homes planned,Planned km,Homes visited,Driven km,Minutes measured')
    expect(month[1]).toBe(
      `2026-05-14,Jonas Weiss,3,${Math.round((only?.planned.km ?? 0) * 10) / 10},2,62.3,45`,
    )
    expect(monthCsv(page, 'imperial')).toContain('Driven mi')
    expect(monthCsv(page, 'imperial')).toContain(',38.7,45')
    const ways = waysCsv(page, 'metric')
    expect(ways).toContain('2026-05-14,Jonas Weiss,driven,Practice,"Near, Kiln Row 9, Graz",Home visit,')
    expect(ways.trim().split('\r\n')).toHaveLength(1 + 4 + 3)
  })

  it('is one’s own, or the practice owner’s to read; no formula of a household’s name runs', async () => {
    const { world, far } = await zigzag()
    const span = { first: day, last: day, who: world.consultant.memberId }
    expect((await mileageOf(world.boss, span)).days).toHaveLength(1)
    expect((await mileageOf(world.consultant, { ...span, who: world.boss.memberId })).who.id).toBe(
      world.consultant.memberId,
    )
    const none: [World, Household] = [await makeWorld(), far.home]
    expect((await mileageOf(none[0].boss, span)).days).toEqual([])
    await expect(mileageOf(none[1].guardian, span)).rejects.toThrow(NotFound)
    await expect(mileageOf(world.assistant, span)).rejects.toThrow(NotFound)
    await asSystem(world, (tx) =>
      tx
        .update(client)
        .set({ name: '=HYPERLINK("x")' })
        .where(and(eq(client.practiceId, world.practiceId), eq(client.id, far.home.clientId))),
    )
    expect(waysCsv(await mileageOf(world.boss, span), 'metric')).toContain(
      `"'=HYPERLINK(""x""), Kiln Row 9, Graz"`,
    )
  })
})
