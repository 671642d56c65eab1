import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { auditEvent, client, outbox, visit } from '@/db/schema'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { serviceSchema } from '@/lib/domain/service/schema'
import { bookVisit } from './booking'
import { moveVisit, reassignVisit } from './booking-change'
import { bookingForm } from './booking-form'
import { addService } from './service'
import { visitOf } from './visit'
import { movePage } from './visit-move'
import { cancelVisit } from './visit-press'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')

type Wanted = {
  day?: string
  time?: string
  consultantId?: string
  serviceId?: string
  offer?: string
  anyway?: string
  overlap?: boolean
}

async function ground(zone = 'Europe/Vienna') {
  const world = await makeWorld({ zone })
  const household = await makeHousehold(world)
  const book = (wanted: Wanted = {}, home: Household = household) =>
    bookVisit(
      world.consultant,
      {
        clientId: home.clientId,
        animalIds: [home.animalId],
        serviceId: world.serviceId,
        consultantId: world.consultant.memberId,
        day: '2026-05-14',
        time: '10:00',
        message: '',
        ...wanted,
      },
      now,
    )
  return { world, household, book }
}

const asSystem = <T>(world: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)

const idOf = (result: Result<{ visitId: string }>): string => {
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.fields ?? {})}`)
  return result.value.visitId
}

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

describe('booking a visit', () => {
  it('keeps the wall time, the length of the service and the drive, and tells the household', async () => {
    const { world, household, book } = await ground()
    const visitId = idOf(await book())
    const page = await visitOf(world.consultant, visitId)
    expect(page.from.toString()).toBe('2026-05-14T08:00:00Z')
    expect(page.minutes).toBe(60)
    expect(page.animals.map(({ name }) => name)).toEqual(['Moth'])
    const [row] = await asSystem(world, (tx) => tx.select().from(visit).where(eq(visit.id, visitId)))
    expect(row?.localStart.toString()).toBe('2026-05-14T10:00:00')
    expect(row?.blocked.from.toString()).toBe('2026-05-14T07:45:00Z')
    const mails = await inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.select().from(outbox).where(eq(outbox.practiceId, world.practiceId)),
    )
    expect(mails.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([
      ['visit_booking', household.email],
    ])
    expect(mails[0]?.bodyText).toContain('Thursday 14 May 2026, 10:00')
    const events = await asSystem(world, (tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.nounId, visitId)),
    )
    expect(events.map(({ verb }) => verb)).toEqual(['book'])
  })

  it('refuses an overlap and offers the next free times, each bookable with one tap', async () => {
    const { world, book } = await ground()
    const other = await makeHousehold(world, { name: 'O’Neill 🐈', animal: 'Pfeffer' })
    idOf(await book())
    const refusal = await book({ time: '10:30' }, other)
    expect(refusal).toMatchObject({ ok: false, reason: 'visit.refused.taken' })
    const offers = refusal.ok ? [] : (refusal.offers ?? [])
    expect(offers[0]).toEqual({
      value: '2026-05-14T11:15',
      label: 'Thu 14 May, 11:15',
      detail: expect.stringContaining('Berger') as string,
    })
    expect(offers.length).toBe(4)
    expect(new Set(offers.map(({ value }) => value)).size).toBe(4)
    idOf(await book({ time: '10:30', offer: offers[0]?.value ?? '' }, other))
  })

  it('lets visits touch, lets a colleague go at the same time, and keeps room for the drive', async () => {
    const { world, household, book } = await ground()
    await asSystem(world, (tx) =>
      tx.update(client).set({ lat: 47.07, lng: 15.44 }).where(eq(client.id, household.clientId)),
    )
    const near = await makeHousehold(world, { name: 'Near' })
    await asSystem(world, (tx) =>
      tx.update(client).set({ lat: 47.09, lng: 15.46 }).where(eq(client.id, near.clientId)),
    )
    idOf(await book())
    idOf(await book({ consultantId: world.boss.memberId }))
    expect(await book({ time: '11:10' }, near)).toMatchObject({ ok: false })
    idOf(await book({ time: '11:12' }, near))
    idOf(await book({ time: '12:12' }, near))
  })

  it('does not drive to a call', async () => {
    const { world, household, book } = await ground()
    const call = await addService(
      world.boss,
      serviceSchema.parse({ name: 'Call', minutes: '30', place: 'remote' }),
    )
    const serviceId = call.ok ? call.value.id : ''
    idOf(await book())
    idOf(await book({ serviceId, time: '11:00' }))
    const form = await bookingForm(world.consultant, household.clientId, { serviceId }, now, now)
    expect(form.services.map(({ name }) => name)).toEqual(['Home visit', 'Call'])
    expect(form.offers[0]).toMatchObject({ value: '2026-05-11T08:30', detail: 'Nothing booked before it' })
    expect(form.consultantId).toBe(world.consultant.memberId)
  })

  it('refuses the past, and hours that the clocks skip or repeat, at the field', async () => {
    const { book } = await ground()
    expect(await book({ day: '2026-05-11', time: '07:59' })).toMatchObject({ fields: { time: 'inThePast' } })
    expect(await book({ day: '2027-03-28', time: '02:30' })).toMatchObject({
      fields: { time: 'skippedHour' },
    })
    expect(await book({ day: '2026-10-25', time: '02:30' })).toMatchObject({
      fields: { time: 'repeatedHour' },
    })
    idOf(await book({ day: '2026-10-25', time: '03:00', anyway: 'He only comes at night' }))
  })

  it('books on the wall of the home, not of the practice, across the change of clocks', async () => {
    const { world, book } = await ground()
    const abroad = await makeHousehold(world, { name: 'Abroad' })
    await asSystem(world, (tx) =>
      tx.update(client).set({ zone: 'Australia/Lord_Howe' }).where(eq(client.id, abroad.clientId)),
    )
    const before = await visitOf(
      world.consultant,
      idOf(await book({ day: '2026-10-03', time: '09:00', anyway: 'By telephone' }, abroad)),
    )
    const after = await visitOf(
      world.consultant,
      idOf(await book({ day: '2026-10-04', time: '09:00', anyway: 'By telephone' }, abroad)),
    )
    expect(before.from.toString()).toBe('2026-10-02T22:30:00Z')
    expect(after.from.toString()).toBe('2026-10-03T22:00:00Z')
  })

  it('takes only animals of this household, and at least one where it has some', async () => {
    const { world, household } = await ground()
    const other = await makeHousehold(world, { name: 'Other' })
    const input = {
      clientId: household.clientId,
      serviceId: world.serviceId,
      consultantId: world.consultant.memberId,
      day: '2026-05-14',
      time: '10:00',
      message: '',
    }
    expect(await bookVisit(world.assistant, { ...input, animalIds: [] }, now)).toMatchObject({
      fields: { animalIds: 'visit.tickOne' },
    })
    const stolen = bookVisit(world.assistant, { ...input, animalIds: [other.animalId] }, now)
    await expect(stolen).rejects.toThrow(NotFound)
    const toAssistant = bookVisit(
      world.boss,
      { ...input, animalIds: [household.animalId], consultantId: world.assistant.memberId },
      now,
    )
    await expect(toAssistant).rejects.toThrow(NotFound)
    await expect(bookVisit(household.guardian as never, { ...input, animalIds: [] }, now)).rejects.toThrow(
      NotFound,
    )
  })
})

describe('moving and reassigning', () => {
  it('moves a visit, frees the old time, keeps what was done, and tells the household', async () => {
    const { world, book } = await ground()
    const visitId = idOf(await book())
    idOf(await moveVisit(world.boss, { id: visitId, version: 1, day: '2026-05-14', time: '10:30' }, now))
    const page = await visitOf(world.consultant, visitId)
    expect(page.version).toBe(2)
    expect(page.history.map(({ verb, by }) => [verb, by])).toEqual([
      ['book', 'Jonas Weiss'],
      ['move', 'Ines Marek'],
    ])
    expect(page.history[1]?.from).toBe('2026-05-14T08:00:00Z')
    const stale = await moveVisit(
      world.consultant,
      { id: visitId, version: 1, day: '2026-05-15', time: '10:00' },
      now,
    )
    expect(stale).toMatchObject({ ok: false, reason: 'errors.conflict', version: 2 })
    const mails = await inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.select().from(outbox).where(eq(outbox.practiceId, world.practiceId)),
    )
    expect(mails.map(({ kind, state }) => [kind, state]).toSorted()).toEqual([
      ['visit_booking', 'cancelled'],
      ['visit_booking', 'queued'],
    ])
  })

  it('refuses to move onto another visit, and offers free times', async () => {
    const { world, book } = await ground()
    idOf(await book())
    const visitId = idOf(await book({ time: '14:00' }))
    const refusal = await moveVisit(
      world.consultant,
      { id: visitId, version: 1, day: '2026-05-14', time: '10:15' },
      now,
    )
    expect(refusal).toMatchObject({ ok: false, reason: 'visit.refused.taken' })
    expect((await visitOf(world.consultant, visitId)).version).toBe(1)
    expect((await movePage(world.consultant, visitId, {}, now)).offers.length).toBeGreaterThan(0)
  })

  it('frees the time of a cancelled visit', async () => {
    const { world, book } = await ground()
    const visitId = idOf(await book())
    expect(
      await cancelVisit(world.consultant, { id: visitId, version: 1, reason: 'Ill' }, now),
    ).toMatchObject({ ok: true })
    idOf(await book())
    const moved = await moveVisit(
      world.consultant,
      { id: visitId, version: 2, day: '2026-05-15', time: '10:00' },
      now,
    )
    expect(moved).toMatchObject({ ok: false, reason: 'visit.refused.move' })
  })

  it('hands a visit to a colleague who is free, not to one who is not', async () => {
    const { world, book } = await ground()
    const visitId = idOf(await book())
    const busy = idOf(await book({ consultantId: world.boss.memberId, time: '10:20' }))
    const to = { id: visitId, version: 1, consultantId: world.boss.memberId }
    expect(await reassignVisit(world.consultant, to, now)).toMatchObject({
      reason: 'visit.refused.colleagueBusy',
    })
    await cancelVisit(world.boss, { id: busy, version: 1, reason: 'Moved away' }, now)
    expect(await reassignVisit(world.consultant, to, now)).toMatchObject({ ok: true })
    expect((await visitOf(world.boss, visitId)).consultantName).toBe('Ines Marek')
  })
})
