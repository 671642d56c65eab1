import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { contact, news } from '@/db/schema'
import { mintGuardian } from '@/lib/auth/mint'
import { newsChoiceSchema } from '@/lib/domain/news/schema'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { writeNews } from '@/lib/mail/news'
import { bookVisit } from './booking'
import { moveVisit } from './booking-change'
import { chooseNews, newsChoiceOf, openNews, unreadNews } from './news'
import { recordSession } from './session'
import { cancelVisit } from './visit-press'
import { undoableOf, undoVisitChange } from './visit-undo'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const later = now.add({ minutes: 4 })
let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

async function booked(): Promise<string> {
  const { clientId, animalId } = household
  const wish = { day: '2026-05-14', time: '10:00', message: '' }
  const who = { serviceId: world.serviceId, consultantId: world.consultant.memberId }
  const answer = await bookVisit(world.consultant, { clientId, animalIds: [animalId], ...who, ...wish }, now)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.visitId
}

/** Somebody else of the household, who signs in as well. */
async function another() {
  const { practiceId } = world
  const [contactId, userId] = [randomUUID(), randomUUID()]
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx.execute(sql`insert into app."user" (id, name) values (${userId}, 'Ben')`),
  )
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(contact)
      .values({ practiceId, id: contactId, clientId: household.clientId, name: 'Ben', userId }),
  )
  return mintGuardian({ ...household.guardian, contactId, userId, name: 'Ben' })
}

const kinds = async (who: Household['guardian'] | World['boss'], at = later) =>
  (await openNews(who, at)).map(({ kind, isNew }) => `${kind}${isNew ? ' new' : ''}`)

test('everybody of a household reads the latest word on a visit, once it can be undone no more; opened is read', async () => {
  const ben = await another()
  const id = await booked()
  expect(await unreadNews(household.guardian, now)).toBe(0)
  expect(await unreadNews(household.guardian, later)).toBe(1)
  expect(await kinds(household.guardian)).toEqual(['visit_booking new'])
  expect(await unreadNews(household.guardian, later)).toBe(0)
  expect(await kinds(household.guardian)).toEqual(['visit_booking'])
  expect(await unreadNews(ben, later)).toBe(1)

  await inTransaction({ purpose: 'outbox' }, (tx) =>
    tx.execute(sql`update app.outbox set state = 'sent' where practice_id = ${world.practiceId}`),
  )
  const move = { id, version: 1, day: '2026-05-14', time: '11:00' }
  expect((await moveVisit(world.consultant, move, later)).ok).toBe(true)
  const moved = later.add({ minutes: 4 })
  expect(await kinds(household.guardian, later)).toEqual(['visit_booking'])
  expect(await kinds(household.guardian, moved)).toEqual(['visit_change new'])
  const [item] = await openNews(ben, moved)
  expect(item).toMatchObject({ kind: 'visit_change', animals: ['Moth'], visitId: id })
  expect(item?.start?.toString()).toBe('2026-05-14T11:00:00')
})

test('what was undone in time was never news, with an address or without', async () => {
  for (const email of ['lena@example.org', null]) {
    household = await makeHousehold(world)
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(contact).set({ email }).where(eq(contact.id, household.contactId)),
    )
    const { clientId, animalId, guardian } = household
    const wish = { day: email ? '2026-05-18' : '2026-05-19', time: '10:00', message: '' }
    const who = { serviceId: world.serviceId, consultantId: world.consultant.memberId }
    const answer = await bookVisit(
      world.consultant,
      { clientId, animalIds: [animalId], ...who, ...wish },
      now,
    )
    if (!answer.ok) throw new Error(answer.reason)
    const id = answer.value.visitId
    expect(await kinds(guardian), String(email)).toEqual(['visit_booking new'])
    await inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.execute(sql`update app.outbox set state = 'sent' where practice_id = ${world.practiceId}`),
    )
    await cancelVisit(world.consultant, { id, version: 1, reason: 'Ill' }, later)
    const change = await undoableOf(world.consultant, id, later)
    const undone = await undoVisitChange(
      world.consultant,
      { id: change?.id ?? '' },
      later.add({ seconds: 9 }),
    )
    expect(undone.ok).toBe(true)
    expect(await kinds(guardian, later.add({ minutes: 9 })), String(email)).toEqual(['visit_booking'])
  }
})

test('a log that says stop is told to whoever looks after the household, and to nobody else', async () => {
  await makePlan(world, household, { stageKey: 'C3' })
  const log = (more: object) =>
    recordSession(
      household.guardian,
      recordedSessionSchema.parse({
        animalId: household.animalId,
        day: '2026-05-10',
        time: '10:00',
        ...more,
      }),
      now,
    )
  expect((await log({ stress: '0' })).ok).toBe(true)
  expect(await unreadNews(world.boss, now)).toBe(0)
  expect((await log({ stress: '4' })).ok).toBe(true)
  // Nobody was there yet: it is the practice's owner who hears.
  expect(await unreadNews(world.consultant, now)).toBe(0)
  expect(await kinds(world.boss, now)).toEqual(['red_flag new'])
  await booked()
  expect((await log({ stress: '1', health: ['limp_or_pain'] })).ok).toBe(true)
  expect(await unreadNews(world.boss, now)).toBe(0)
  const [item] = await openNews(world.consultant, now)
  expect(item).toMatchObject({ kind: 'health_flag', animals: ['Moth'], animalId: household.animalId })
})

test('who did it is not told of it; what is not wanted does not stand in the list and comes back when it is', async () => {
  const ben = await another()
  const { practiceId } = world
  const tell = (by: string | null) =>
    inTransaction({ practiceId, role: 'system' }, (tx) =>
      writeNews(tx, {
        ...{ practiceId, kind: 'homework_changed', key: `homework:${household.animalId}:${randomUUID()}` },
        ...{ told: { clientId: household.clientId }, about: { animalId: household.animalId } },
        ...{ dueAt: now, by },
      }),
    )
  await tell(ben.userId)
  expect(await unreadNews(ben, now)).toBe(0)
  expect(await unreadNews(household.guardian, now)).toBe(1)
  const wish = { rings: ['visits'], quietFrom: '22', quietUntil: '7' }
  const choose = (shown: string[]) =>
    chooseNews(household.guardian, newsChoiceSchema.parse({ shown, ...wish }), now)
  expect((await choose(['visits'])).ok).toBe(true)
  expect(await newsChoiceOf(household.guardian)).toMatchObject({
    hidden: ['requests', 'homework', 'messages'],
    silent: ['requests', 'homework', 'messages'],
    quietFrom: 22,
  })
  expect(await unreadNews(household.guardian, now)).toBe(0)
  expect(await kinds(household.guardian, now)).toEqual([])
  await choose(['visits', 'homework'])
  expect(await kinds(household.guardian, now)).toEqual(['homework_changed new'])
})

test('as many statements for four hundred as for one', async () => {
  const { practiceId } = world
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(news).values(
      Array.from({ length: 400 }, (_, n) => ({
        ...{
          practiceId,
          contactId: household.contactId,
          kind: 'message' as const,
          matter: 'messages' as const,
        },
        ...{ key: `message:${randomUUID()}:${n}`, dueAt: now.subtract({ minutes: n }) },
      })),
    ),
  )
  const counted = countQueries()
  expect(await openNews(household.guardian, now)).toHaveLength(50)
  expect(await unreadNews(household.guardian, now)).toBe(0)
  expect(counted.statements).toHaveLength(4)
  counted.stop()
})
