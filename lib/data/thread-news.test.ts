import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { askErasure } from './erasure'
import { openNews, unreadNews } from './news'
import { threadOf, writeToThread } from './thread'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

async function writes(viewer: GuardianViewer | MemberViewer, words: string, at = now) {
  const { clientId } = household
  const { sendKey: key } = await threadOf(viewer, { clientId }, at)
  const sent = await writeToThread(viewer, { clientId, key, words, photoId: undefined }, at)
  if (!sent.ok) throw new Error(sent.reason)
}
const kinds = async (who: GuardianViewer | MemberViewer, at: Temporal.Instant) =>
  (await openNews(who, at)).map(({ kind }) => kind)

test('a message is news to the other side, once a thread, until the thread is opened', async () => {
  const { guardian, clientId } = household
  await writes(guardian, 'Both paws!')
  await writes(guardian, 'On the mat!', now.add({ minutes: 1 }))
  const later = now.add({ minutes: 2 })
  expect(await unreadNews(world.boss, later)).toBe(1)
  expect(await unreadNews(guardian, later)).toBe(0)
  await writes(world.boss, 'Stay there.', later)
  expect(await unreadNews(world.boss, later)).toBe(0)
  expect(await unreadNews(guardian, later)).toBe(1)
  await threadOf(guardian, { clientId }, later.add({ minutes: 1 }))
  expect(await unreadNews(guardian, later.add({ minutes: 1 }))).toBe(0)
  expect(await kinds(world.boss, later)).toEqual(['message'])
})

test('a wish to be erased is told to whoever runs the practice, and to nobody else', async () => {
  const { guardian } = household
  await askErasure(guardian, household, now)
  await askErasure(guardian, household, now)
  expect(await unreadNews(guardian, now)).toBe(0)
  expect(await unreadNews(world.consultant, now)).toBe(0)
  const [item] = await openNews(world.boss, now)
  expect(item).toMatchObject({ kind: 'erasure_asked', clientId: household.clientId })
})
