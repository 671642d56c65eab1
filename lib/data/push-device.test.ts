import { createECDH, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { pushDevice } from '@/db/schema'
import { endFormerSignIn } from '@/lib/auth/former-sign-in'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import { NotFound } from '@/lib/domain/result/result'
import { pushDeviceSchema } from '@/lib/domain/news/schema'
import { endSignIn, signInsOf, signOutEverywhere } from './account'
import { addDevice, devicesOf, removeDevice } from './push-device'

const now = Temporal.Now.instant()
let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

async function signIn(userId = household.guardian.userId): Promise<string> {
  const token = newToken('ds')
  await inTransaction({ purpose: 'auth' }, (tx) =>
    writeSession(tx, { token, userId, device: 'Firefox, Android' }, now),
  )
  return token
}

const given = (token: string) =>
  pushDeviceSchema.parse({
    endpoint: `https://push.example.com/${randomBytes(8).toString('hex')}`,
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    session: hashToken(token).toString('base64url'),
  })

async function ringing(who = household.guardian as Parameters<typeof addDevice>[0]): Promise<string> {
  const token = await signIn(who.userId)
  expect(await addDevice(who, given(token), now)).toEqual({ ok: true, value: undefined })
  return token
}
const names = async (current: string | null = null) =>
  (await devicesOf(household.guardian, current === null ? null : hashToken(current))).map(
    ({ name, isThisOne }) => `${name ?? ''}${isThisOne ? ', this one' : ''}`,
  )

test('a person sees their own devices by name and takes them away', async () => {
  const phone = await ringing()
  await ringing()
  await ringing(world.boss)
  expect((await names(phone)).sort()).toEqual(['Firefox, Android', 'Firefox, Android, this one'])
  const [first] = await devicesOf(household.guardian, null)
  expect((await removeDevice(household.guardian, { id: first?.id ?? '' })).ok).toBe(true)
  expect(await names()).toHaveLength(1)
  const [boss] = await devicesOf(world.boss, null)
  for (const who of [household.guardian, world.consultant])
    await expect(removeDevice(who, { id: boss?.id ?? '' })).rejects.toThrow(NotFound)
})

test('one browser is one device, however often it is switched on', async () => {
  const token = await ringing()
  await addDevice(household.guardian, given(token), now)
  expect(await names(token)).toEqual(['Firefox, Android, this one'])
})

test('a device hangs on a sign-in of one’s own, and on one that is there', async () => {
  const theirs = await signIn(world.boss.userId)
  for (const token of [theirs, newToken('ds')])
    await expect(addDevice(household.guardian, given(token), now)).rejects.toThrow(NotFound)
})

test('nothing rings where nobody is signed in: here, elsewhere and everywhere', async () => {
  const [here] = [await ringing(), await ringing()]
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx.execute(sql`delete from app.auth_session where token_hash = ${hashToken(here)}`),
  )
  expect(await names()).toHaveLength(1)
  const [left] = (await signInsOf(household.guardian, null, now)).filter(({ device }) => device !== null)
  await endSignIn(household.guardian, { id: left?.id ?? '' })
  expect(await names()).toHaveLength(0)
  await ringing()
  await signOutEverywhere(household.guardian)
  expect(await names()).toHaveLength(0)
})

const enters = async (userId: string, former: string): Promise<string> => {
  const token = await signIn(userId)
  await inTransaction({ purpose: 'auth' }, (tx) => endFormerSignIn(tx, { former, token }))
  return token
}

test('who signs in again in the same browser goes on being rung there', async () => {
  const token = await enters(household.guardian.userId, await ringing())
  expect(await names(token)).toEqual(['Firefox, Android, this one'])
  expect(await signInsOf(household.guardian, null, now)).toHaveLength(1)
})

test('who signs in where somebody else was gets nothing of theirs', async () => {
  await enters(world.boss.userId, await ringing())
  expect(await names()).toEqual([])
  expect(await devicesOf(world.boss, null)).toEqual([])
  expect(await signInsOf(household.guardian, null, now)).toEqual([])
})

test('those who work with a person read nothing of their devices, even past the predicate', async () => {
  await ringing()
  await ringing(world.boss)
  const { practiceId } = world
  const seenBy = ({ userId }: { userId: string }, role: string) =>
    inTransaction({ practiceId, role, userId }, (tx) => tx.select({ id: pushDevice.id }).from(pushDevice))
  expect(await seenBy(world.consultant, 'owner')).toHaveLength(0)
  expect(await seenBy(world.boss, 'owner')).toHaveLength(1)
  expect(await seenBy(household.guardian, 'guardian')).toHaveLength(1)
})

test.each([
  'http://push.example.com/x',
  'https://push.example.com:8443/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://localhost/x',
  'https://me:too@push.example.com/x',
  'javascript:alert(1)',
  `https://push.example.com/${'x'.repeat(1000)}`,
])('%s is no address of a push service', (endpoint) => {
  const right = given(newToken('ds'))
  expect(pushDeviceSchema.safeParse(right).success).toBe(true)
  expect(pushDeviceSchema.safeParse({ ...right, endpoint }).success).toBe(false)
  for (const key of ['p256dh', 'auth', 'session'] as const)
    expect(pushDeviceSchema.safeParse({ ...right, [key]: right[key].slice(1) }).success).toBe(false)
})
