import { eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import { animal, auditEvent, client, visit, visitHold } from '@/db/schema'
import { tidy } from '@/lib/jobs/upkeep'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { moveVisit, reassignVisit, restoreVisit } from './booking-change'
import { holdTime, releaseHold } from './booking-hold'
import { takeTurns } from './booking-wall'
import { bookingForm } from './booking-form'
import { visitOf } from './visit'
import { cancelVisit } from './visit-press'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const day = '2026-05-14'

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** Three homes on one road in Graz, about eleven minutes from each other. */
async function ground() {
  const world = await makeWorld()
  const homes: Household[] = []
  for (const [n, name] of ['Berger', 'Ito', 'O’Neill'].entries()) {
    const home = await makeHousehold(world, { name, animal: `Cat ${n}` })
    const place = { lat: 47.07 + n * 0.03, lng: 15.44 }
    await asSystem(world, (tx) => tx.update(client).set(place).where(eq(client.id, home.clientId)))
    homes.push(home)
  }
  const [one, two, three] = homes as [Household, Household, Household]
  const book = (home: Household, time: string, more: object = {}, as = world.consultant) =>
    bookVisit(
      as,
      {
        ...{ clientId: home.clientId, animalIds: [home.animalId], serviceId: world.serviceId },
        ...{ consultantId: world.consultant.memberId, day, time, message: '', ...more },
      },
      now,
    )
  const rowOf = async (id: string) => {
    const [row] = await asSystem(world, (tx) => tx.select().from(visit).where(eq(visit.id, id)))
    if (!row) throw new Error('no visit')
    return row
  }
  const leaves = async (id: string) => timeOf((await rowOf(id)).blocked.from)
  return { world, one, two, three, book, rowOf, leaves }
}

const timeOf = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO('Europe/Vienna').toPlainTime().toString().slice(0, 5)

const idOf = (result: Result<{ visitId: string }>): string => {
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.values ?? {})}`)
  return result.value.visitId
}

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

describe('the day around a booking', () => {
  it('is laid anew when a visit comes between two, moves away and is called off', async () => {
    const { world, one, two, three, book, leaves } = await ground()
    idOf(await book(one, '09:00'))
    const last = idOf(await book(three, '14:00'))
    const alone = await leaves(last)
    const between = idOf(await book(two, '11:00'))
    const nearer = await leaves(last)
    expect(nearer > alone).toBe(true)
    idOf(await moveVisit(world.boss, { id: between, version: 1, day, time: '16:00' }, now))
    expect(await leaves(last)).toBe(alone)
    idOf(await moveVisit(world.boss, { id: between, version: 2, day, time: '11:30' }, now))
    expect(await leaves(last)).toBe(nearer)
    await cancelVisit(world.boss, { id: between, version: 3, reason: 'Ill' }, now)
    expect(await leaves(last)).toBe(alone)
  })

  it('never refuses because of what stands already, however tight it has become', async () => {
    const { world, one, two, three, book } = await ground()
    const wall = (text: string) => Temporal.PlainDateTime.from(`${day}T${text}`)
    await makeVisit(world, one, { localStart: wall('09:00') })
    const tight = await makeVisit(world, three, { localStart: wall('10:02') })
    idOf(await book(two, '15:00'))
    expect(await cancelVisit(world.boss, { id: tight, version: 1, reason: 'Ill' }, now)).toMatchObject({
      ok: true,
    })
  })

  it('counts the drive on to the next home, and says so', async () => {
    const { one, three, book } = await ground()
    idOf(await book(three, '11:00'))
    const refusal = await book(one, '09:50')
    expect(refusal).toMatchObject({ ok: false, reason: 'visit.refused.taken' })
    expect(refusal.ok ? '' : refusal.values?.list).toMatch(/The drive on to O’Neill takes \d+ min/)
  })
})

describe('rules and calm', () => {
  it('answer to a reason, which is kept and audited; the wall does not', async () => {
    const { world, one, two, book, rowOf } = await ground()
    const early = await book(one, '07:00')
    expect(early).toMatchObject({ reason: 'visit.refused.sayWhy', fields: { anyway: 'visit.sayWhy' } })
    expect(early.ok ? '' : early.values?.list).toContain('The working day is from 08:30 to 18:30')
    const visitId = idOf(await book(one, '07:00', { anyway: 'Before the night shift ends' }))
    expect(await rowOf(visitId)).toMatchObject({
      ruleReason: 'Before the night shift ends',
      rulesBroken: expect.arrayContaining(['hours']) as string[],
    })
    const events = await asSystem(world, (tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.nounId, visitId)),
    )
    expect(events.map(({ verb }) => verb).toSorted()).toEqual(['book', 'overrule'])
    expect(await book(two, '07:30', { anyway: 'Please' })).toMatchObject({ reason: 'visit.refused.taken' })
  })

  it('name the meal and the red flag of the animal that is worked', async () => {
    const { world, one, book } = await ground()
    await asSystem(world, (tx) =>
      tx
        .update(animal)
        .set({ meals: ['08:00', '18:00'] })
        .where(eq(animal.id, one.animalId)),
    )
    const fed = await book(one, '10:00')
    expect(fed.ok ? '' : fed.values?.list).toBe('Cat 0 is fed at 08:00: hungry enough to train from 11:00.')
    idOf(await book(one, '11:00'))
    const planId = await makePlan(world, one)
    await asSystem(world, (tx) =>
      tx.execute(sql`insert into app.session (practice_id, animal_id, plan_id, stage_key, source, recorded_by,
        recorded_by_name, day, started_at, zone, stress) values (${world.practiceId}, ${one.animalId}, ${planId}, 'C3',
        'consultant', ${world.consultant.userId}, 'Jonas', '2026-05-10', '2026-05-10T08:00:00Z', 'Europe/Vienna', 4)`),
    )
    const soon = await book(one, '14:00', { day: '2026-05-12' })
    expect(soon.ok ? '' : soon.values?.list).toContain('Cat 0 rests after a red flag: until')
    idOf(await book(one, '14:00', { day: '2026-05-13' }))
  })
})

describe('a visit laid over another', () => {
  it('is for the practice owner, with a reason; the wall stays whole for everybody else', async () => {
    const { world, one, two, three, book, rowOf } = await ground()
    const first = idOf(await book(one, '10:00'))
    const over = { overlap: true, anyway: 'Both live in one house' }
    expect(await book(two, '10:30', over)).toMatchObject({ reason: 'visit.refused.onlyOwner' })
    expect(await book(two, '10:30', { overlap: true }, world.boss)).toMatchObject({
      reason: 'visit.refused.sayWhy',
    })
    const second = idOf(await book(two, '10:30', over, world.boss))
    expect(await rowOf(second)).toMatchObject({ overlapReason: 'Both live in one house' })
    // 11:00 to 11:30 is the second's own, 10:00 to 11:00 the first's: neither is free.
    for (const time of ['10:10', '11:10'])
      expect(await book(three, time)).toMatchObject({ reason: 'visit.refused.taken' })
    await expect(
      asSystem(world, (tx) =>
        tx.execute(sql`insert into app.visit (practice_id, client_id, service_id, consultant_id, local_start, zone, minutes,
          place, during, blocked) select practice_id, client_id, service_id, consultant_id, local_start, zone, 10, place,
          '[2026-05-14T09:10Z,2026-05-14T09:20Z)', '[2026-05-14T09:10Z,2026-05-14T09:20Z)' from app.visit where id = ${second}`),
      ),
    ).rejects.toThrow()
    // The first goes: what they shared is the second's again.
    await cancelVisit(world.boss, { id: first, version: 1, reason: 'Ill' }, now)
    expect((await rowOf(second)).beside).toEqual([])
    expect(await book(three, '10:40')).toMatchObject({ reason: 'visit.refused.taken' })
    const events = await asSystem(world, (tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.nounId, second)),
    )
    expect(events.map(({ verb }) => verb)).toContain('layOver')
  })

  it('cannot be written by a consultant past the verbs', async () => {
    const { world, one, book } = await ground()
    const visitId = idOf(await book(one, '10:00'))
    const { practiceId } = world
    const asConsultant = inTransaction({ practiceId, role: 'consultant' }, (tx) =>
      tx.update(visit).set({ overlapReason: 'I want to' }).where(eq(visit.id, visitId)),
    )
    await expect(asConsultant).rejects.toThrow()
  })
})

describe('time that is held', () => {
  it('is in the way until its moment, then in nobody’s, cleared away or not', async () => {
    const { world, one, two, book } = await ground()
    const ask = {
      ...{ clientId: one.clientId, animalIds: [one.animalId], serviceId: world.serviceId },
      ...{ consultantId: world.consultant.memberId, day, time: '10:00', minutes: 30 },
    }
    const held = await holdTime(world.boss, ask, now)
    if (!held.ok) throw new Error(held.reason)
    expect(await book(two, '10:15')).toMatchObject({ reason: 'visit.refused.taken' })
    expect(
      await holdTime(world.boss, { ...ask, clientId: two.clientId, animalIds: [two.animalId] }, now),
    ).toMatchObject({
      ok: false,
    })
    const form = await bookingForm(
      world.consultant,
      two.clientId,
      {},
      Temporal.Instant.from('2026-05-14T07:00:00Z'),
      now,
    )
    expect(form.offers[0]?.value).not.toBe(`${day}T10:00`)
    const later = now.add({ minutes: 31 })
    const input = { ...ask, clientId: two.clientId, animalIds: [two.animalId], message: '' }
    expect(await bookVisit(world.consultant, input, later)).toMatchObject({ ok: true })
    const leftUntil = async (heldUntil: Temporal.Instant) => {
      await asSystem(world, (tx) => tx.update(visitHold).set({ heldUntil }))
      await tidy(Temporal.Now.instant())
      return (await asSystem(world, (tx) => tx.select().from(visitHold))).length
    }
    expect(await leftUntil(Temporal.Instant.from('2100-01-01T00:00:00Z'))).toBe(1)
    expect(await leftUntil(later)).toBe(0)
  })

  it('becomes the visit it was held for, and is let go by nobody else', async () => {
    const { world, one } = await ground()
    const ask = {
      ...{ clientId: one.clientId, animalIds: [one.animalId], serviceId: world.serviceId },
      ...{ consultantId: world.consultant.memberId, day, time: '10:00', minutes: 30 },
    }
    const held = await holdTime(world.boss, ask, now)
    const holdId = held.ok ? held.value.holdId : ''
    expect(await bookVisit(world.boss, { ...ask, message: '', holdId }, now)).toMatchObject({ ok: true })
    await expect(releaseHold(world.boss, holdId)).rejects.toThrow(NotFound)
    await expect(releaseHold((await makeWorld()).boss, holdId)).rejects.toThrow(NotFound)
  })
})

describe('taking up again, and two at once', () => {
  it('takes up a visit that was called off unless somebody stands there now', async () => {
    const { world, one, two, book } = await ground()
    const visitId = idOf(await book(one, '10:00'))
    await cancelVisit(world.boss, { id: visitId, version: 1, reason: 'Ill' }, now)
    const other = idOf(await book(two, '10:30'))
    expect(await restoreVisit(world.boss, { id: visitId, version: 2 }, now)).toMatchObject({
      reason: 'visit.refused.colleagueBusy',
    })
    await cancelVisit(world.boss, { id: other, version: 1, reason: 'Ill' }, now)
    expect(await restoreVisit(world.boss, { id: visitId, version: 2 }, now)).toMatchObject({ ok: true })
    expect(await visitOf(world.boss, visitId)).toMatchObject({ status: 'booked', cancelReason: null })
  })

  it('swaps two visits between two consultants without a deadlock', async () => {
    const { world, one, two, book } = await ground()
    const mine = idOf(await book(one, '10:00'))
    const hers = idOf(await book(two, '14:00', { consultantId: world.boss.memberId }))
    const answers = await Promise.all([
      reassignVisit(world.boss, { id: mine, version: 1, consultantId: world.boss.memberId }, now),
      reassignVisit(world.boss, { id: hers, version: 1, consultantId: world.consultant.memberId }, now),
    ])
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })

  it('runs again after a deadlock, and both get through', async () => {
    const { world } = await ground()
    let runs = 0
    const ring = (ids: string[]) =>
      asSystem(world, async (tx) => {
        runs += 1
        for (const id of ids) {
          await takeTurns(tx, [id])
          await tx.execute(sql`select pg_sleep(0.1)`)
        }
      })
    const [a, b] = [world.boss.memberId, world.consultant.memberId]
    await Promise.all([ring([a, b]), ring([b, a])])
    expect(runs).toBe(3)
  })
})
