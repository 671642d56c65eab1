import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { outbox, practice, service, visit, visitHold, waitingOffer } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { passOnEverywhere } from '@/lib/jobs/offers'
import { bookVisit } from './booking'
import { moveVisit } from './booking-change'
import { todayOf } from './today'
import { cancelVisit } from './visit-press'
import { undoableOf, undoVisitChange } from './visit-undo'
import { leaveWaiting, waitForVisit, waitingList, waitingOfHousehold } from './waiting'
import { acceptOffer, declineOffer } from './waiting-answer'
import { freedTimeOf, offerFreedTime, withdrawOffers } from './waiting-offer'
import { passOnOffers } from './waiting-turn'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const later = (minutes: number) => now.add({ minutes })

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** A visit on Thursday 14 May at 10:00 that is called off, and homes around it that wait, the first the longest. */
async function ground() {
  const world = await makeWorld()
  const { practiceId, serviceId } = world
  const at = (n: number) => ({ lat: 47.07 + n * 0.02, lng: 15.44 })
  const gone = await makeHousehold(world, { name: 'Gone', home: at(0) })
  const one = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer', home: at(2) })
  const two = await makeHousehold(world, { name: 'Aydın', animal: 'Zimt', home: at(1) })
  await asSystem(world, async (tx) => {
    await tx.update(service).set({ ownerMayBook: true, noticeHours: 96 }).where(eq(service.id, serviceId))
    await tx.update(practice).set({ baseLat: 47.07, baseLng: 15.44 }).where(eq(practice.id, practiceId))
  })
  const visitId = await makeVisit(world, gone, {
    localStart: Temporal.PlainDateTime.from('2026-05-14T10:00'),
  })
  const free = () => cancelVisit(world.consultant, { id: visitId, version: 1, reason: 'Ill' }, now)
  const wait = (home: Household, more: object = {}, moment = now) =>
    waitForVisit(
      home.guardian,
      { serviceId, animalIds: [home.animalId], weekdays: [], untilDay: '2026-06-20', words: '', ...more },
      moment,
    )
  const bothWait = async () => {
    await wait(one, {}, now.subtract({ hours: 2 }))
    await wait(two, {}, now.subtract({ hours: 1 }))
    await free()
  }
  const fits = async () => (await freedTimeOf(world.consultant, visitId, now))?.fits ?? []
  const offer = async (order: 'since' | 'driving' = 'since', minutes = 120) =>
    offerFreedTime(
      world.consultant,
      { visitId, minutes, order, waitingIds: (await fits()).map(({ id }) => id) },
      now,
    )
  const offerOf = async (home: Household, moment = now) =>
    (await waitingOfHousehold(home.guardian, moment))[0]?.offer ?? null
  const states = async () =>
    (
      await asSystem(world, (tx) =>
        tx
          .select()
          .from(waitingOffer)
          .where(eq(waitingOffer.practiceId, practiceId))
          .orderBy(waitingOffer.place),
      )
    ).map(({ state }) => state)
  const booked = () =>
    asSystem(world, (tx) =>
      tx
        .select({ clientId: visit.clientId, start: visit.localStart, bookedBy: visit.bookedBy })
        .from(visit)
        .where(and(eq(visit.practiceId, practiceId), eq(visit.status, 'booked'))),
    )
  const mails = () =>
    inTransaction({ purpose: 'outbox' }, (tx) =>
      tx
        .select({ to: outbox.toAddress, kind: outbox.kind, state: outbox.state })
        .from(outbox)
        .where(eq(outbox.practiceId, practiceId)),
    )
  const send = () =>
    inTransaction({ purpose: 'outbox' }, (tx) =>
      tx
        .update(outbox)
        .set({ state: 'sent' })
        .where(and(eq(outbox.practiceId, practiceId), eq(outbox.state, 'queued'))),
    )
  const holds = () => asSystem(world, (tx) => tx.select().from(visitHold))
  const own = { free, wait, bothWait, fits, offer, offerOf, states, booked, mails, send, holds }
  return { world, gone, one, two, visitId, ...own }
}

describe('the waiting list', () => {
  it('takes a household once for a service, until it leaves', async () => {
    const { world, one, wait } = await ground()
    expect(await wait(one, { weekdays: ['2', '4'], fromTime: '09:00' })).toMatchObject({ ok: true })
    expect(await wait(one)).toMatchObject({ reason: 'waiting.refused.already' })
    expect(await wait(one, { untilDay: '2026-05-10' })).toMatchObject({ fields: { untilDay: 'inThePast' } })
    const [place] = await waitingList(world.assistant, now)
    expect(place).toMatchObject({ household: 'O’Neill', animals: ['Pfeffer'], weekdays: [2, 4] })
    expect(await leaveWaiting(one.guardian, { id: place?.id ?? '' })).toMatchObject({ ok: true })
    expect(await waitingList(world.assistant, now)).toEqual([])
    expect(await wait(one)).toMatchObject({ ok: true })
    // Whose last day is over waits no more, and may wait anew.
    const july = Temporal.Instant.from('2026-07-01T06:00:00Z')
    expect(await waitingList(world.boss, july)).toEqual([])
    expect(await wait(one, { untilDay: '2026-08-01' }, july)).toMatchObject({ ok: true })
  })

  it('is joined for what the practice lets owners ask for; those who work there add anybody for anything', async () => {
    const { world, one, two, wait } = await ground()
    await asSystem(world, (tx) =>
      tx.update(service).set({ ownerMayBook: false }).where(eq(service.id, world.serviceId)),
    )
    expect(await wait(one)).toMatchObject({ reason: 'waiting.refused.service' })
    const input = {
      ...{ clientId: one.clientId, serviceId: world.serviceId, animalIds: [one.animalId] },
      ...{ weekdays: [], untilDay: '2026-06-20', words: '' },
    }
    expect(await waitForVisit(world.assistant, input, now)).toMatchObject({ ok: true })
    await expect(waitForVisit(two.guardian, input, now)).rejects.toThrow(NotFound)
  })

  it('shows for whom a freed time fits, with the drive it adds and since when they wait', async () => {
    const { world, visitId, gone, one, two, wait, free, fits } = await ground()
    expect(await freedTimeOf(world.consultant, visitId, now)).toBeNull()
    await wait(one, {}, now.subtract({ hours: 2 }))
    await wait(two, { weekdays: ['4'], fromTime: '10:15' }, now.subtract({ hours: 1 }))
    await wait(gone)
    await free()
    const found = await fits()
    expect(found.map(({ household, startsAt }) => [household, startsAt.toString()])).toEqual([
      ['O’Neill', '2026-05-14T08:00:00Z'],
      ['Aydın', '2026-05-14T08:15:00Z'],
    ])
    expect(found[0]?.added).toBeGreaterThan(found[1]?.added ?? Infinity)
  })

  it('leaves out whom it does not suit or fit, and knows a time that was moved away from', async () => {
    const { world, visitId, one, two, wait, fits } = await ground()
    await wait(one, { weekdays: ['5'] })
    await wait(two)
    await moveVisit(world.consultant, { id: visitId, version: 1, day: '2026-05-15', time: '10:00' }, now)
    expect((await fits()).map(({ household }) => household)).toEqual(['Aydın'])
    const taken = {
      ...{ clientId: one.clientId, animalIds: [one.animalId], serviceId: world.serviceId, message: '' },
      ...{ consultantId: world.consultant.memberId, day: '2026-05-14', time: '10:00', anyway: 'Soon' },
    }
    expect(await bookVisit(world.boss, taken, now)).toMatchObject({ ok: true })
    expect(await fits()).toEqual([])
  })
})

describe('an offer', () => {
  it('holds the time for one, who takes it: booked within the notice, told to both sides', async () => {
    const { world, visitId, one, two, bothWait, offer, offerOf, states, booked, mails, holds } =
      await ground()
    await bothWait()
    expect(await offer()).toMatchObject({ ok: true })
    expect(await offer()).toMatchObject({ reason: 'waiting.refused.offered' })
    expect(await offerOf(two)).toBeNull()
    const its = await offerOf(one)
    expect(its).toMatchObject({ state: 'open', consultantName: 'Jonas Weiss' })
    expect(its?.until.toString()).toBe('2026-05-11T08:00:00Z')
    expect(
      await leaveWaiting(one.guardian, (await waitingOfHousehold(one.guardian, now))[0] ?? { id: '' }),
    ).toMatchObject({
      reason: 'waiting.refused.answerFirst',
    })
    const id = its?.id ?? ''
    await expect(acceptOffer(two.guardian, { id }, now)).rejects.toThrow(NotFound)
    expect(await acceptOffer(one.guardian, { id }, later(119))).toMatchObject({ ok: true })
    expect(await acceptOffer(one.guardian, { id }, later(119))).toMatchObject({
      reason: 'waiting.refused.over',
    })
    expect((await booked()).map(({ clientId, start }) => [clientId, start.toString()])).toEqual([
      [one.clientId, '2026-05-14T10:00:00'],
    ])
    expect([await states(), await holds()]).toEqual([['accepted', 'skipped'], []])
    expect((await waitingList(world.boss, now)).map(({ household }) => household)).toEqual(['Aydın'])
    expect((await freedTimeOf(world.boss, visitId, now))?.fits).toEqual([])
    const told = (await mails()).filter(({ state }) => state === 'queued')
    expect(told.map(({ kind }) => kind).toSorted()).toEqual([
      ...['visit_booking', 'visit_cancellation', 'waiting_accepted', 'waiting_offer'],
    ])
  })

  it('goes to the next by the confirmed order: on a no, then on a deadline, then back to the consultant', async () => {
    const { one, two, bothWait, offer, offerOf, states, mails, holds } = await ground()
    await bothWait()
    expect(await offer('driving')).toMatchObject({ ok: true })
    const first = await offerOf(two)
    expect(await offerOf(one)).toBeNull()
    expect(await declineOffer(two.guardian, { id: first?.id ?? '' }, later(30))).toMatchObject({ ok: true })
    const second = await offerOf(one, later(30))
    expect(second?.until.toString()).toBe('2026-05-11T08:30:00Z')
    // At the deadline it is over, whoever looks first.
    expect(await acceptOffer(one.guardian, { id: second?.id ?? '' }, later(150))).toMatchObject({
      reason: 'waiting.refused.over',
    })
    expect(await offerOf(one, later(150))).toMatchObject({ state: 'expired' })
    expect([await states(), await holds()]).toEqual([['declined', 'expired'], []])
    const told = (await mails()).map(({ kind }) => kind)
    expect(told.filter((kind) => kind === 'waiting_offer')).toHaveLength(2)
    expect(told.filter((kind) => kind === 'waiting_over')).toHaveLength(1)
  })

  it('is passed on by the worker, in every practice and once, and skips who waits no longer', async () => {
    const { world, one, two, bothWait, offer, states, mails } = await ground()
    await bothWait()
    await offer()
    const [, second] = await waitingList(world.boss, now)
    expect(await leaveWaiting(two.guardian, { id: second?.id ?? '' })).toMatchObject({ ok: true })
    const real = Temporal.Now.instant().subtract({ minutes: 1 })
    await asSystem(world, (tx) =>
      tx.update(waitingOffer).set({ until: real }).where(eq(waitingOffer.state, 'open')),
    )
    await Promise.all([passOnEverywhere(real), passOnEverywhere(real), passOnOffers(one.guardian, real)])
    expect(await states()).toEqual(['expired', 'skipped'])
    expect((await mails()).filter(({ kind }) => kind === 'waiting_over')).toHaveLength(1)
  })

  it('is taken back with the mail that waits, and the time can be offered anew', async () => {
    const { world, visitId, one, bothWait, offer, offerOf, states, mails } = await ground()
    await bothWait()
    await offer()
    expect(await withdrawOffers(world.assistant, { visitId }, now)).toMatchObject({ ok: true })
    expect(await withdrawOffers(world.assistant, { visitId }, now)).toMatchObject({ ok: false })
    expect(await offerOf(one)).toMatchObject({ state: 'withdrawn' })
    expect((await mails()).find(({ kind }) => kind === 'waiting_offer')).toMatchObject({ state: 'cancelled' })
    expect(await offer()).toMatchObject({ ok: true })
    expect(await states()).toHaveLength(4)
  })

  it('is taken back with a kind mail where its own went out; who only came next hears nothing', async () => {
    const { world, visitId, one, bothWait, offer, mails, send } = await ground()
    await bothWait()
    await offer()
    await send()
    expect(await withdrawOffers(world.boss, { visitId }, now)).toMatchObject({ ok: true })
    const told = (await mails()).filter(({ kind }) => kind === 'waiting_withdrawn')
    expect(told.map(({ to, state }) => [to, state])).toEqual([[one.email, 'queued']])
  })

  it('that was taken and is undone puts the household back in its place, and the time is free', async () => {
    const { world, visitId, one, bothWait, offer, offerOf, mails, send, fits } = await ground()
    await bothWait()
    await offer()
    await send()
    const taken = await acceptOffer(one.guardian, { id: (await offerOf(one))?.id ?? '' }, later(60))
    const booking = taken.ok ? taken.value.visitId : ''
    const change = await undoableOf(world.consultant, booking, later(61))
    expect(await undoVisitChange(world.consultant, { id: change?.id ?? '' }, later(61))).toMatchObject({
      ok: true,
    })
    expect((await waitingList(world.boss, later(61))).map(({ household }) => household)).toEqual([
      ...['O’Neill', 'Aydın'],
    ])
    expect(await offerOf(one, later(61))).toMatchObject({ state: 'withdrawn' })
    expect((await mails()).filter(({ state, to }) => state === 'queued' && to === one.email)).toMatchObject([
      { kind: 'waiting_withdrawn' },
    ])
    expect((await freedTimeOf(world.boss, visitId, later(61)))?.offers[0]?.state).toBe('withdrawn')
    expect(await fits()).toHaveLength(2)
  })
})

it('finds for whom a time fits in five statements, for one household that waits as for thirty', async () => {
  const { world, visitId, one, free, wait } = await ground()
  await free()
  await wait(one)
  const count = async () => {
    const counted = countQueries()
    const freed = await freedTimeOf(world.boss, visitId, now)
    counted.stop()
    return [freed?.fits.length, counted.statements.length]
  }
  expect(await count()).toEqual([1, 5])
  for (let n = 0; n < 29; n++)
    await wait(await makeHousehold(world, { home: { lat: 47.07 + n * 0.001, lng: 15.44 } }))
  expect(await count()).toEqual([30, 5])
})

it('is hinted at on Today while somebody waits for a time like it: not once it is offered, nor once it is taken', async () => {
  const { world, visitId, one, free, wait, offer } = await ground()
  const stranger = await makeWorld()
  const hints = async (viewer = world.boss) => (await todayOf(viewer, {}, now)).free
  await wait(one, { weekdays: ['4'], fromTime: '09:00', untilTime: '10:00' })
  expect(await hints()).toEqual([])
  await free()
  expect(await hints()).toMatchObject([
    { visitId, consultantName: 'Jonas Weiss', waits: 1, from: Temporal.Instant.from('2026-05-14T08:00:00Z') },
  ])
  expect(await hints(stranger.boss)).toEqual([])
  await offer()
  expect(await hints()).toEqual([])
  await withdrawOffers(world.boss, { visitId }, now)
  expect(await hints()).toHaveLength(1)
  const another = {
    ...{ clientId: one.clientId, animalIds: [one.animalId], serviceId: world.serviceId, message: '' },
    ...{ consultantId: world.consultant.memberId, day: '2026-05-14', time: '10:30', anyway: 'Soon' },
  }
  expect(await bookVisit(world.boss, another, now)).toMatchObject({ ok: true })
  expect(await hints()).toEqual([])
})

describe('races', () => {
  it('two who offer one time at once: one offer, one hold', async () => {
    const { world, visitId, bothWait, fits, states, holds } = await ground()
    await bothWait()
    const waitingIds = (await fits()).map(({ id }) => id)
    const input = { visitId, minutes: 60, order: 'since' as const, waitingIds }
    const answers = await Promise.all(
      [world.boss, world.consultant, world.assistant].map((viewer) => offerFreedTime(viewer, input, now)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await states()).toSorted()).toEqual(['next', 'open'])
    expect(await holds()).toHaveLength(1)
  })

  it.each([119, 120])(
    'yes, no, the deadline and another booking at once (minute %d): one winner',
    async (minute) => {
      const { world, one, two, bothWait, offer, offerOf, booked, holds, states } = await ground()
      await bothWait()
      await offer()
      const id = (await offerOf(one))?.id ?? ''
      const moment = later(minute)
      const another = {
        ...{ clientId: two.clientId, animalIds: [two.animalId], serviceId: world.serviceId, message: '' },
        ...{ consultantId: world.consultant.memberId, day: '2026-05-14', time: '10:20', anyway: 'Soon' },
      }
      const [yes, , no] = await Promise.all([
        acceptOffer(one.guardian, { id }, moment),
        acceptOffer(one.guardian, { id }, moment),
        declineOffer(one.guardian, { id }, moment),
        passOnOffers(world.system, moment),
        passOnOffers(world.consultant, moment),
        bookVisit(world.boss, another, moment),
      ])
      if (minute === 120) expect([yes.ok, no.ok]).toEqual([false, false])
      const standing = await booked()
      const open = (await states()).filter((state) => state === 'open')
      // The time is somebody's, or held for exactly one who was asked.
      expect(standing.length + open.length).toBe(1)
      expect(await holds()).toHaveLength(open.length)
    },
  )
})
