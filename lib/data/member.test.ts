import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { outbox, visit } from '@/db/schema'
import { hatsOf } from '@/lib/auth/hats'
import { newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import { NotFound } from '@/lib/domain/result/result'
import { changeRole, inviteMember, membersOf, removeMember } from './member'

const now = Temporal.Now.instant()
let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

async function book(
  consultantId: string,
  inHours: number,
  status: 'booked' | 'done' = 'booked',
): Promise<string> {
  const from = now.add({ hours: inHours })
  const during = { from, until: from.add({ minutes: 60 }) }
  const id = randomUUID()
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(visit).values({
      ...{ practiceId: world.practiceId, id, clientId: household.clientId, serviceId: world.serviceId },
      ...{ consultantId, zone: world.zone, minutes: 60, place: 'home', status, during, blocked: during },
      localStart: from.toZonedDateTimeISO(world.zone).toPlainDateTime(),
    }),
  )
  return id
}

const consultantOf = (id: string) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    const [row] = await tx.select({ who: visit.consultantId }).from(visit).where(eq(visit.id, id))
    return row?.who
  })

async function signIn(userId: string): Promise<string> {
  const token = newToken('ds')
  await inTransaction({ purpose: 'auth' }, (tx) =>
    writeSession(tx, { token, userId, device: null }, Temporal.Now.instant()),
  )
  return token
}

test('the list is one query, owners first, with the visits ahead of each', async () => {
  await book(world.consultant.memberId, 5)
  await book(world.consultant.memberId, 9)
  await book(world.consultant.memberId, -9, 'done')
  const counter = countQueries()
  const members = await membersOf(world.assistant, now)
  counter.stop()
  expect(members.map(({ role, visitsAhead, isMe }) => [role, visitsAhead, isMe])).toEqual([
    ['owner', 0, false],
    ['consultant', 2, false],
    ['assistant', 0, true],
  ])
  expect(counter.statements).toHaveLength(1)
})

test('an invitation is a member, a mail and an audit line; the same address twice is refused', async () => {
  const email = `new-${randomUUID()}@example.test`
  const invited = await inviteMember(world.boss, { name: 'Zoë O’Hara 🐈', email, role: 'consultant' })
  expect(invited.ok).toBe(true)
  const mails = await inTransaction({ purpose: 'outbox' }, (tx) =>
    tx.select().from(outbox).where(eq(outbox.toAddress, email)),
  )
  expect(mails).toMatchObject([{ kind: 'invitation', practiceId: world.practiceId, state: 'queued' }])
  expect(
    await inviteMember(world.boss, { name: 'Again', email: email.toUpperCase(), role: 'assistant' }),
  ).toMatchObject({
    ok: false,
    reason: 'settings.alreadyMember',
  })
  expect(
    await inviteMember(world.consultant, { name: 'X', email: `x${email}`, role: 'owner' }),
  ).toMatchObject({
    reason: 'errors.notAllowed',
  })
})

test('a removed member is signed out on every device and their visits are a colleague’s', async () => {
  const tokens = await Promise.all(Array.from({ length: 5 }, () => signIn(world.consultant.userId)))
  const ahead = await book(world.consultant.memberId, 4)
  const past = await book(world.consultant.memberId, -40, 'done')
  expect(await hatsOf(tokens[0] ?? '')).not.toBeNull()
  const gone = { memberId: world.consultant.memberId, to: world.boss.memberId }
  expect(await removeMember(world.boss, gone, now)).toMatchObject({ ok: true })
  expect(await Promise.all(tokens.map((token) => hatsOf(token)))).toEqual([null, null, null, null, null])
  expect(await consultantOf(ahead)).toBe(world.boss.memberId)
  expect(await consultantOf(past)).toBe(world.consultant.memberId)
  expect((await membersOf(world.boss, now)).map(({ id }) => id)).not.toContain(world.consultant.memberId)
  await expect(removeMember(world.boss, gone, now)).rejects.toThrow(NotFound)
})

test('visits that overlap a colleague’s are listed and nothing is changed', async () => {
  const ahead = await book(world.consultant.memberId, 30)
  await book(world.boss.memberId, 30)
  const removal = { memberId: world.consultant.memberId, to: world.boss.memberId }
  const refusal = await removeMember(world.boss, removal, now)
  expect(refusal).toMatchObject({ reason: 'settings.handOverOverlaps', values: { name: 'Ines Marek' } })
  expect(JSON.stringify(refusal)).toMatch(/\d\d:\d\d–\d\d:\d\d/)
  expect(await consultantOf(ahead)).toBe(world.consultant.memberId)
  expect(await membersOf(world.boss, now)).toHaveLength(3)
})

test('visits ahead need somebody who trains to take them over', async () => {
  await book(world.consultant.memberId, 30)
  const { memberId } = world.consultant
  expect(await removeMember(world.boss, { memberId, to: undefined }, now)).toMatchObject({
    reason: 'settings.whoTakesOver',
  })
  expect(await removeMember(world.boss, { memberId, to: world.assistant.memberId }, now)).toMatchObject({
    reason: 'settings.takerMustTrain',
  })
  const elsewhere = await makeWorld()
  await expect(removeMember(world.boss, { memberId, to: elsewhere.boss.memberId }, now)).rejects.toThrow(
    NotFound,
  )
})

test('the last owner stays one; with two, both leaving at once leaves one', async () => {
  const { boss, consultant } = world
  expect(await removeMember(boss, { memberId: boss.memberId, to: undefined }, now)).toMatchObject({
    reason: 'settings.lastOwner',
  })
  expect(await changeRole(boss, { memberId: boss.memberId, role: 'assistant' })).toMatchObject({
    reason: 'settings.lastOwner',
  })
  expect(await changeRole(boss, { memberId: consultant.memberId, role: 'owner' })).toMatchObject({ ok: true })
  await Promise.allSettled(
    [boss, consultant].map(({ memberId }) => removeMember(boss, { memberId, to: undefined }, now)),
  )
  const left = await membersOf(world.assistant, now)
  expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1)
})

test('another role counts from the next request; the old sign-in is over', async () => {
  const token = await signIn(world.assistant.userId)
  await changeRole(world.boss, { memberId: world.assistant.memberId, role: 'consultant' })
  expect(await hatsOf(token)).toBeNull()
  const again = await hatsOf(await signIn(world.assistant.userId))
  expect(again?.members[0]?.role).toBe('consultant')
})

test('strangers find nobody', async () => {
  const elsewhere = await makeWorld()
  const removal = { memberId: world.consultant.memberId, to: elsewhere.boss.memberId }
  await expect(removeMember(elsewhere.boss, removal, now)).rejects.toThrow(NotFound)
  expect(await membersOf(household.guardian, now)).toEqual([])
})
