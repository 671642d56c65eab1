import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { pushDevice } from '@/db/schema'
import { at, letRing, service } from '@/lib/jobs/testing/local-devices'
import { asViewer } from './as-viewer'
import { turnNewsToDevices } from './news-ringing'
import { messageIsRead } from './thread-news'
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
  return sent.value.seq
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

test('a device waits on for what is left unread, and is let be with the last of it', async () => {
  const { clientId, guardian } = household
  const { origin, stop } = await service()
  await letRing(guardian, `${origin}/phone`)
  const waits = async () => {
    const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.select().from(pushDevice).where(eq(pushDevice.practiceId, world.practiceId)),
    )
    return row?.ringAt !== null
  }
  const first = await writes(world.boss, 'Both paws?', at)
  const second = await writes(world.boss, 'On the mat?', at.add({ minutes: 1 }))
  await turnNewsToDevices(world.system, at.add({ minutes: 1 }))
  expect(await waits()).toBe(true)
  const readUpTo = (upTo: number) =>
    asViewer(guardian, (tx) => messageIsRead(tx, guardian, { clientId, upTo }, at.add({ minutes: 2 })))
  await readUpTo(first)
  expect(await unreadNews(guardian, at.add({ minutes: 2 }))).toBe(1)
  expect(await waits()).toBe(true)
  await readUpTo(second)
  expect(await unreadNews(guardian, at.add({ minutes: 2 }))).toBe(0)
  expect(await waits()).toBe(false)
  await stop()
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
