import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { news, pushDevice } from '@/db/schema'
import { newsChoiceSchema } from '@/lib/domain/news/schema'
import { at, happens, letRing, service } from '@/lib/jobs/testing/local-devices'
import { askErasure, erasureOf, withdrawErasure } from './erasure'
import { chooseNews, openNews, unreadNews } from './news'
import { turnNewsToDevices } from './news-ringing'

let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld({ zone: 'UTC' })
  household = await makeHousehold(world)
})

const look = (now = at) => turnNewsToDevices(world.system, now)
const choice = (more: Record<string, unknown>) =>
  newsChoiceSchema.parse({
    ...{ shown: ['visits', 'homework'], rings: ['visits', 'homework'], quietFrom: '21', quietUntil: '8' },
    ...more,
  })

test('in quiet hours nothing rings; afterwards it rings once, unless it was read', async () => {
  const { origin, ring, received, stop } = await service()
  await letRing(household.guardian, `${origin}/phone`)
  const night = at.add({ hours: 12 })
  const morning = at.add({ hours: 22 })
  await happens(world, household, { dueAt: night })
  await happens(world, household, { dueAt: night.add({ minutes: 5 }) })
  await look(night.add({ minutes: 6 }))
  expect(await ring(night.add({ minutes: 7 }))).toBe(0)
  await look(morning)
  expect(await ring(morning)).toBe(1)
  await happens(world, household, { dueAt: night.add({ minutes: 90 }) })
  await look(night.add({ minutes: 91 }))
  await openNews(household.guardian, morning.subtract({ minutes: 1 }))
  await look(morning)
  expect(await ring(morning)).toBe(0)
  expect(received).toHaveLength(1)
  await stop()
})

test('what is not wanted rings nothing, and neither does a second word on one thing that nobody has read yet', async () => {
  const { origin, ring, received, stop } = await service()
  await letRing(household.guardian, `${origin}/phone`)
  await chooseNews(household.guardian, choice({ rings: ['visits'] }), at)
  await happens(world, household)
  await look()
  expect(await ring(at)).toBe(0)
  await chooseNews(household.guardian, choice({}), at)
  await happens(world, household, { dueAt: at.add({ minutes: 1 }), key: 'homework:same:1' })
  await look(at.add({ minutes: 1 }))
  expect(await ring(at.add({ minutes: 1 }))).toBe(1)
  await happens(world, household, { dueAt: at.add({ minutes: 5 }), key: 'homework:same:2' })
  await look(at.add({ minutes: 5 }))
  expect(await ring(at.add({ minutes: 5 }))).toBe(0)
  expect(received).toHaveLength(1)
  await stop()
})

const devices = () =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select().from(pushDevice).where(eq(pushDevice.practiceId, world.practiceId)),
  )

test('what is new has all its tries before it; a flag does not wait for what a service asked of an older one', async () => {
  const { origin, ring, stop } = await service(() => ({ status: 429, headers: { 'retry-after': '7200' } }))
  await letRing(household.guardian, `${origin}/phone`)
  await happens(world, household)
  await look()
  await ring(at)
  const held = at.add({ hours: 2 })
  expect((await devices())[0]).toMatchObject({ attempts: 1, ringAt: held })
  const next = at.add({ minutes: 1 })
  await happens(world, household, { dueAt: next })
  await look(next)
  expect((await devices())[0]).toMatchObject({ attempts: 0, ringAt: held })
  await happens(world, household, { dueAt: next, kind: 'red_flag' })
  await look(next)
  expect((await devices())[0]).toMatchObject({ attempts: 0, ringAt: next })
  await stop()
})

test('a wish to be erased that was taken back rings nobody and stands nowhere', async () => {
  const { origin, stop } = await service()
  await letRing(world.boss, `${origin}/desk`)
  const wish = async () => {
    await askErasure(household.guardian, household, at)
    const asked = await erasureOf(world.boss, household.clientId, at)
    if (!asked) throw new Error('there is no wish')
    return asked
  }
  await withdrawErasure(household.guardian, await wish(), at)
  await look()
  expect((await devices())[0]?.ringAt).toBeNull()
  expect(await unreadNews(world.boss, at)).toBe(0)
  await wish()
  expect(await unreadNews(world.boss, at)).toBe(1)
  await look()
  expect((await devices())[0]?.ringAt).toEqual(at)
  await stop()
})

test('news of a person without a device is done with, and nobody but the machinery decides', async () => {
  await happens(world, household)
  await look()
  const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select({ ringAt: news.ringAt }).from(news).where(eq(news.practiceId, world.practiceId)),
  )
  expect(row?.ringAt).toBeNull()
  await expect(turnNewsToDevices(world.boss, at)).rejects.toThrow()
})
