import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { news } from '@/db/schema'
import { newsChoiceSchema } from '@/lib/domain/news/schema'
import { at, happens, letRing, service } from '@/lib/jobs/testing/local-devices'
import { chooseNews, openNews } from './news'
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

test('news of a person without a device is done with, and nobody but the machinery decides', async () => {
  await happens(world, household)
  await look()
  const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select({ ringAt: news.ringAt }).from(news).where(eq(news.practiceId, world.practiceId)),
  )
  expect(row?.ringAt).toBeNull()
  await expect(turnNewsToDevices(world.boss, at)).rejects.toThrow()
})
