import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { contact, pushDevice } from '@/db/schema'
import { turnNewsToDevices } from '@/lib/data/news-ringing'
import { open, type Answer } from '@/lib/push/testing/local-service'
import { lookAtNews } from './ring-devices'
import { at, happens, letRing, service } from './testing/local-devices'

let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld({ zone: 'UTC' })
  household = await makeHousehold(world)
})

const look = (now = at) => turnNewsToDevices(world.system, now)
const rows = () =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select().from(pushDevice).where(eq(pushDevice.practiceId, world.practiceId)),
  )

test('what happened rings every device of its person, in their language, and says nothing of it', async () => {
  const { origin, ring, received, stop } = await service()
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .update(contact)
      .set({ locale: 'de-DE' })
      .where(and(eq(contact.practiceId, world.practiceId), eq(contact.id, household.contactId))),
  )
  const phone = await letRing(household.guardian, `${origin}/phone`)
  await letRing(household.guardian, `${origin}/desk`)
  await letRing(world.boss, `${origin}/boss`)
  await happens(world, household)
  await happens(world, household)
  await look()
  expect(await ring(at)).toBe(2)
  expect(received.map(({ path }) => path).sort()).toEqual(['/desk', '/phone'])
  const push = received.find(({ path }) => path === '/phone')
  const said = JSON.parse(open(push?.body ?? Buffer.alloc(0), phone)) as Record<string, string>
  expect(said).toEqual({ title: 'Doorstep', body: expect.stringMatching(/Neues/), path: '/account/news' })
  await look()
  expect(await ring(at.add({ seconds: 1 }))).toBe(0)
  expect((await rows()).map(({ rungAt }) => rungAt?.toString() ?? '').sort()).toEqual([
    '',
    at.toString(),
    at.toString(),
  ])
  await stop()
})

test('the worker finds every practice with something that is due', async () => {
  const { origin, stop } = await service()
  await letRing(household.guardian, `${origin}/phone`)
  const before = at.subtract({ hours: 72 })
  await happens(world, household, { dueAt: before })
  await lookAtNews(before)
  expect((await rows())[0]?.ringAt).toEqual(before)
  await stop()
})

test('one practice that cannot be looked at does not silence the others', async () => {
  const other = await makeWorld({ zone: 'UTC' })
  const before = at.subtract({ hours: 72 })
  await happens(world, household, { dueAt: before })
  await happens(other, await makeHousehold(other), { dueAt: before })
  const looked: string[] = []
  await lookAtNews(before, (viewer) => {
    looked.push(viewer.practiceId)
    return Promise.reject(new Error('not this one'))
  })
  expect(looked).toEqual(expect.arrayContaining([world.practiceId, other.practiceId]))
})

test.each([404, 410])('a device that is gone (%i) is forgotten', async (status) => {
  const { origin, ring, stop } = await service(() => ({ status }))
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  expect(await ring(at)).toBe(0)
  expect(await rows()).toEqual([])
  await stop()
})

test('what is too much or broken is tried again, later each time, and as late as the service asks; then it is let be', async () => {
  let answer: Answer = { status: 500 }
  const { origin, ring, received, stop } = await service(() => answer)
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  const next = async () => (await rows())[0]?.ringAt?.since(at).total('minutes')
  await ring(at)
  expect(await next()).toBe(2)
  await ring(at.add({ minutes: 1 }))
  expect(received).toHaveLength(1)
  answer = { status: 429, headers: { 'retry-after': '1800' } }
  await ring(at.add({ minutes: 2 }))
  expect(await next()).toBe(32)
  answer = 'hangs up'
  await ring(at.add({ minutes: 32 }))
  expect(await next()).toBe(40)
  answer = { status: 503 }
  for (const minutes of [40, 56, 88, 152, 280]) await ring(at.add({ minutes }))
  expect(received).toHaveLength(8)
  expect((await rows())[0]).toMatchObject({ ringAt: null, attempts: 0, leaseUntil: null })
  await stop()
})

test('a try that comes to lie in quiet hours waits for their end, and one that is read about is let be', async () => {
  const { origin, ring, received, stop } = await service(() => ({
    status: 429,
    headers: { 'retry-after': '18000' },
  }))
  await letRing(household.guardian, `${origin}/phone`)
  const afternoon = at.add({ hours: 8 })
  await happens(world, household, { dueAt: afternoon })
  await look(afternoon)
  await ring(afternoon)
  expect(received[0]?.headers.ttl).toBe(String(3 * 3600))
  expect((await rows())[0]).toMatchObject({ attempts: 1, ringAt: at.add({ hours: 13 }) })
  expect(await ring(at.add({ hours: 13 }))).toBe(0)
  expect(received).toHaveLength(1)
  const morning = at.add({ hours: 22 })
  expect((await rows())[0]).toMatchObject({ attempts: 0, ringAt: morning, leaseUntil: null })
  await ring(morning)
  expect(received).toHaveLength(2)
  await ring(morning.add({ hours: 24 }))
  expect((await rows())[0]).toMatchObject({ attempts: 0, ringAt: null, leaseUntil: null })
  expect(received).toHaveLength(2)
  await stop()
})

test('a refusal is an answer: nothing is tried again', async () => {
  const { origin, ring, stop } = await service(() => ({ status: 403 }))
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  await ring(at)
  expect((await rows())[0]).toMatchObject({ ringAt: null, attempts: 0, leaseUntil: null, rungAt: null })
  await stop()
})

test('a worker that died gives its devices free after a minute, and has no say any more', async () => {
  let dies: ((answer: Answer) => void) | undefined
  let alive = false
  const { origin, ring, received, stop } = await service(() =>
    alive ? { status: 201 } : new Promise<Answer>((resolve) => (dies = resolve)),
  )
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  const dead = ring(at)
  while (!dies) await new Promise((resolve) => setTimeout(resolve, 20))
  alive = true
  expect(await ring(at.add({ seconds: 59 }))).toBe(0)
  expect(await ring(at.add({ seconds: 61 }))).toBe(1)
  dies({ status: 410 })
  await dead
  expect(received).toHaveLength(2)
  expect(received[0]?.headers.topic).toBe(received[1]?.headers.topic)
  expect((await rows())[0]).toMatchObject({ ringAt: null, rungAt: at.add({ seconds: 61 }) })
  await stop()
})

test('what happens while a device is being rung rings it again', async () => {
  let goOn: ((answer: Answer) => void) | undefined
  const { origin, ring, received, stop } = await service(() =>
    received.length > 1 ? { status: 201 } : new Promise<Answer>((resolve) => (goOn = resolve)),
  )
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  const first = ring(at)
  while (!goOn) await new Promise((resolve) => setTimeout(resolve, 20))
  await happens(world, household, { dueAt: at.add({ seconds: 2 }) })
  await look(at.add({ seconds: 3 }))
  goOn({ status: 201 })
  expect(await first).toBe(1)
  expect(await ring(at.add({ seconds: 4 }))).toBe(1)
  await stop()
})

test('what happens while a try fails has its own tries, at once', async () => {
  let goOn: ((answer: Answer) => void) | undefined
  const { origin, ring, received, stop } = await service(
    () => new Promise<Answer>((resolve) => (goOn = resolve)),
  )
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  const first = ring(at)
  while (!goOn) await new Promise((resolve) => setTimeout(resolve, 20))
  await happens(world, household, { dueAt: at.add({ seconds: 2 }) })
  await look(at.add({ seconds: 3 }))
  goOn({ status: 429, headers: { 'retry-after': '7200' } })
  expect(await first).toBe(0)
  expect((await rows())[0]).toMatchObject({ attempts: 0, ringAt: at.add({ seconds: 3 }) })
  expect(received).toHaveLength(1)
  await stop()
})

test('two workers never ring the same device', async () => {
  const { origin, ring, received, stop } = await service()
  for (let nth = 0; nth < 6; nth++) await letRing(household.guardian, `${origin}/${nth}`)
  await happens(world, household)
  await look()
  const heard = await Promise.all([ring(at), ring(at), ring(at)])
  expect(heard.reduce((a, b) => a + b)).toBe(6)
  expect(received).toHaveLength(6)
  await stop()
})
