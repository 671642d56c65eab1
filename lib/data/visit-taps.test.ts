import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { drive, note, session, visit } from '@/db/schema'
import { emptyBody } from '@/lib/domain/note/schema'
import { NotFound } from '@/lib/domain/result/result'
import { arriveAtVisit, leaveVisit, markNoShow } from './visit-press'
import { noteHeld, setOut, takeBackTap } from './visit-taps'

const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)

async function ground() {
  const world = await makeWorld({ zone: 'UTC' })
  const [one, two] = [
    await makeHousehold(world, { name: 'One' }),
    await makeHousehold(world, { name: 'Two', animal: 'Fig' }),
  ]
  const put = (home: typeof one, time: string) =>
    makeVisit(world, home, { localStart: Temporal.PlainDateTime.from(`2026-05-14T${time}`) })
  return { world, one, two, first: await put(one, '09:00'), second: await put(two, '11:00') }
}

const asSystem = <T>(world: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)

const drivesOf = (world: World) =>
  asSystem(world, (tx) =>
    tx
      .select({
        from: drive.fromPlace,
        home: drive.fromClientId,
        to: drive.toVisitId,
        minutes: drive.minutes,
      })
      .from(drive),
  )

const stands = async (world: World, id: string) => {
  const [row] = await asSystem(world, (tx) => tx.select().from(visit).where(eq(visit.id, id)))
  return [row?.status, row?.setOutAt?.toString(), row?.arrivedAt?.toString(), row?.leftAt?.toString()]
}

describe('the taps of a day', () => {
  it('measure the first way from where the day begins, and later ones from setting off', async () => {
    const { world, one, first, second } = await ground()
    const { consultant } = world
    const tap = (verb: typeof setOut, id: string, version: number, time: string) =>
      verb(consultant, { id, version }, at(time))
    expect(await tap(setOut, first, 1, '08:30')).toMatchObject({ ok: true })
    await tap(arriveAtVisit, first, 2, '08:52')
    await tap(leaveVisit, first, 3, '10:05')
    // Lunch in the car, then off.
    await tap(setOut, second, 1, '10:40')
    await tap(arriveAtVisit, second, 2, '10:57')
    expect(await drivesOf(world)).toEqual([
      { from: 'office', home: null, to: first, minutes: 22 },
      { from: 'client', home: one.clientId, to: second, minutes: 17 },
    ])
  })

  it('are taken back one at a time, with the drive; only the last one, and only while nothing rests on it', async () => {
    const { world, one, two, first, second } = await ground()
    const { consultant, practiceId } = world
    const back = (id: string, version: number, time = '12:00') =>
      takeBackTap(consultant, { id, version }, at(time))
    expect(await back(first, 1)).toMatchObject({ reason: 'today.refused.noTap' })
    await setOut(consultant, { id: first, version: 1 }, at('08:30'))
    await arriveAtVisit(consultant, { id: first, version: 2 }, at('08:52'))
    expect(await drivesOf(world)).toHaveLength(1)
    expect(await back(first, 3)).toMatchObject({ ok: true })
    expect(await drivesOf(world)).toEqual([])
    expect(await stands(world, first)).toEqual(['booked', '2026-05-14T08:30:00Z', undefined, undefined])
    expect(await back(first, 4)).toMatchObject({ ok: true })
    expect(await stands(world, first)).toEqual(['booked', undefined, undefined, undefined])

    await arriveAtVisit(consultant, { id: first, version: 5 }, at('09:00'))
    await leaveVisit(consultant, { id: first, version: 6 }, at('10:00'))
    await setOut(consultant, { id: second, version: 1 }, at('10:10'))
    expect(await back(first, 7)).toMatchObject({ reason: 'today.refused.later' })
    expect(await back(second, 1)).toMatchObject({ reason: 'errors.conflict' })
    await arriveAtVisit(consultant, { id: second, version: 2 }, at('10:20'))
    expect(
      await takeBackTap(consultant, { id: second, version: 3 }, at('23:59').add({ minutes: 2 })),
    ).toMatchObject({ reason: 'today.refused.later' })
    const planId = await makePlan(world, two)
    await asSystem(world, async (tx) => {
      await tx.insert(session).values({
        ...{ practiceId, animalId: two.animalId, planId, stageKey: 'C3', source: 'consultant', stress: 0 },
        ...{ recordedBy: consultant.userId, recordedByName: 'J', visitId: second, zone: 'UTC' },
        ...{ day: Temporal.PlainDate.from('2026-05-14'), startedAt: at('10:30') },
      })
    })
    expect(await back(second, 3)).toMatchObject({ reason: 'today.refused.recorded' })
    await leaveVisit(consultant, { id: second, version: 3 }, at('11:30'))
    await asSystem(world, async (tx) => {
      await tx.insert(note).values({
        ...{ practiceId, visitId: second, authorId: consultant.memberId, body: emptyBody, status: 'signed' },
        ...{ signedAt: at('11:40'), signedBy: consultant.memberId, signedZone: 'UTC', contentHash: 'x' },
      })
    })
    expect(await back(second, 4)).toMatchObject({ reason: 'today.refused.signed' })
    const elsewhere = await makeWorld()
    await expect(takeBackTap(elsewhere.boss, { id: second, version: 4 }, at('12:00'))).rejects.toThrow(
      NotFound,
    )
    expect(one.clientId).toBeTruthy()
  })

  it('say that a visit took place without them, and that nobody was there; both lead back, time permitting', async () => {
    const { world, one, first } = await ground()
    const { consultant } = world
    expect(await noteHeld(consultant, { id: first, version: 1 }, at('08:00'))).toMatchObject({
      reason: 'today.refused.notBegun',
    })
    expect(await noteHeld(consultant, { id: first, version: 1 }, at('12:00'))).toMatchObject({ ok: true })
    expect((await stands(world, first))[0]).toBe('done')
    expect(await takeBackTap(consultant, { id: first, version: 2 }, at('12:01'))).toMatchObject({ ok: true })
    expect((await stands(world, first))[0]).toBe('booked')
    await markNoShow(consultant, { id: first, version: 3 }, at('12:02'))
    const instead = await makeVisit(world, one, {
      localStart: Temporal.PlainDateTime.from('2026-05-14T09:30'),
    })
    expect(await takeBackTap(consultant, { id: first, version: 4 }, at('12:03'))).toMatchObject({
      reason: 'visit.refused.faster',
    })
    await asSystem(world, (tx) =>
      tx
        .update(visit)
        .set({ status: 'cancelled' })
        .where(and(eq(visit.practiceId, world.practiceId), eq(visit.id, instead))),
    )
    expect(await takeBackTap(consultant, { id: first, version: 4 }, at('12:03'))).toMatchObject({ ok: true })
    expect(await setOut(consultant, { id: first, version: 5 }, at('23:59').add({ hours: 2 }))).toMatchObject({
      reason: 'today.refused.otherDay',
    })
  })
})
