import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { contact, news, pushDevice } from '@/db/schema'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import { chooseNews, openNews } from '@/lib/data/news'
import { turnNewsToDevices } from '@/lib/data/news-ringing'
import { addDevice } from '@/lib/data/push-device'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { newsChoiceSchema } from '@/lib/domain/news/schema'
import { writeNews } from '@/lib/mail/news'
import { ringThrough } from '@/lib/push/ring'
import { localService, newBrowser, open, type Answer } from '@/lib/push/testing/local-service'
import { lookAtNews, ringDue } from './ring-devices'

// Ten in the morning in Vienna, on a day far off: other tests' devices are never due with ours.
const at = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
let household: Household
beforeEach(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

/** Signs somebody in on a browser and lets it ring at this address. */
async function device(who: GuardianViewer | MemberViewer, endpoint: string) {
  const { pair, p256dh, auth } = newBrowser()
  const token = newToken('ds')
  await inTransaction({ purpose: 'auth' }, (tx) =>
    writeSession(tx, { token, userId: who.userId, device: 'Firefox, Android' }, Temporal.Now.instant()),
  )
  const input = {
    endpoint,
    p256dh: p256dh.toString('base64url'),
    auth: auth.toString('base64url'),
    session: hashToken(token).toString('base64url'),
  }
  expect((await addDevice(who, input, at)).ok).toBe(true)
  return { browser: { pair, p256dh, auth }, token }
}

let n = 0
/** Something happens for the household. */
const happens = (dueAt = at, key = `homework:${n++}:1`) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    writeNews(tx, {
      ...{ practiceId: world.practiceId, kind: 'homework_changed', key, dueAt },
      told: { clientId: household.clientId },
    }),
  )
const look = (now = at) => turnNewsToDevices(world.system, now)

/** A way to the local service that takes no other device along: those of other tests answer as if they were rung. */
function through(origin: string) {
  const ring = ringThrough({
    secret: randomBytes(32).toString('base64url'),
    contact: 'https://doorstep.example.org',
    mayReach: () => true,
    tls: { rejectUnauthorized: false },
  })
  return (now: Temporal.Instant) =>
    ringDue(
      (to, message, when) =>
        to.endpoint.startsWith(origin)
          ? ring(to, message, when)
          : Promise.resolve({ status: 503, retryAfterSeconds: null }),
      () => now,
      50,
    )
}

async function service(answer: (path: string) => Answer | Promise<Answer> = () => ({ status: 201 })) {
  const made = await localService(({ path }) => answer(path))
  return { ...made, ring: through(made.origin) }
}

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
  const phone = await device(household.guardian, `${origin}/phone`)
  await device(household.guardian, `${origin}/desk`)
  await device(world.boss, `${origin}/boss`)
  await happens()
  await happens()
  await look()
  expect(await ring(at)).toBe(2)
  expect(received.map(({ path }) => path).sort()).toEqual(['/desk', '/phone'])
  const push = received.find(({ path }) => path === '/phone')
  const said = JSON.parse(open(push?.body ?? Buffer.alloc(0), phone.browser)) as Record<string, string>
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
  await device(household.guardian, `${origin}/phone`)
  const now = Temporal.Now.instant()
  await chooseNews(household.guardian, choice({ quietFrom: '0', quietUntil: '0' }), now)
  await happens(now.subtract({ seconds: 5 }))
  await lookAtNews(now)
  expect((await rows())[0]?.ringAt).not.toBeNull()
  await stop()
})

const choice = (more: Record<string, unknown>) =>
  newsChoiceSchema.parse({
    ...{ shown: ['visits', 'homework'], rings: ['visits', 'homework'], quietFrom: '21', quietUntil: '8' },
    ...more,
  })

test('in quiet hours nothing rings; afterwards it rings once, unless it was read', async () => {
  const { origin, ring, received, stop } = await service()
  await device(household.guardian, `${origin}/phone`)
  const night = Temporal.Instant.from('2026-05-14T20:30:00Z')
  const morning = Temporal.Instant.from('2026-05-15T06:00:00Z')
  await happens(night)
  await happens(night.add({ minutes: 5 }))
  await look(night.add({ minutes: 6 }))
  expect(await ring(night.add({ minutes: 7 }))).toBe(0)
  await look(morning)
  expect(await ring(morning)).toBe(1)
  await happens(night.add({ minutes: 90 }))
  await look(night.add({ minutes: 91 }))
  await openNews(household.guardian, morning.subtract({ minutes: 1 }))
  await look(morning)
  expect(await ring(morning)).toBe(0)
  expect(received).toHaveLength(1)
  await stop()
})

test('what is not wanted rings nothing, and neither does a second word on one thing that nobody has read yet', async () => {
  const { origin, ring, received, stop } = await service()
  await device(household.guardian, `${origin}/phone`)
  await chooseNews(household.guardian, choice({ rings: ['visits'] }), at)
  await happens()
  await look()
  expect(await ring(at)).toBe(0)
  await chooseNews(household.guardian, choice({}), at)
  await happens(at.add({ minutes: 1 }), 'homework:same:1')
  await look(at.add({ minutes: 1 }))
  expect(await ring(at.add({ minutes: 1 }))).toBe(1)
  await happens(at.add({ minutes: 5 }), 'homework:same:2')
  await look(at.add({ minutes: 5 }))
  expect(await ring(at.add({ minutes: 5 }))).toBe(0)
  expect(received).toHaveLength(1)
  await stop()
})

test.each([404, 410])('a device that is gone (%i) is forgotten', async (status) => {
  const { origin, ring, stop } = await service(() => ({ status }))
  await device(household.guardian, `${origin}/phone`)
  await happens()
  await look()
  expect(await ring(at)).toBe(0)
  expect(await rows()).toEqual([])
  await stop()
})

test('what is too much or broken is tried again, later each time, and as late as the service asks; then it is let be', async () => {
  let answer: Answer = { status: 500 }
  const { origin, ring, received, stop } = await service(() => answer)
  await device(household.guardian, `${origin}/phone`)
  await happens()
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
  for (let turn = 0; turn < 5; turn++) await ring(at.add({ hours: 12 * (turn + 1) }))
  expect(received).toHaveLength(8)
  expect((await rows())[0]).toMatchObject({ ringAt: null, attempts: 0, leaseUntil: null })
  await stop()
})

test('a refusal is an answer: nothing is tried again', async () => {
  const { origin, ring, stop } = await service(() => ({ status: 403 }))
  await device(household.guardian, `${origin}/phone`)
  await happens()
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
  await device(household.guardian, `${origin}/phone`)
  await happens()
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
  await device(household.guardian, `${origin}/phone`)
  await happens()
  await look()
  const first = ring(at)
  while (!goOn) await new Promise((resolve) => setTimeout(resolve, 20))
  await happens(at.add({ seconds: 2 }))
  await look(at.add({ seconds: 3 }))
  goOn({ status: 201 })
  expect(await first).toBe(1)
  expect(await ring(at.add({ seconds: 4 }))).toBe(1)
  await stop()
})

test('two workers never ring the same device', async () => {
  const { origin, ring, received, stop } = await service()
  for (let nth = 0; nth < 6; nth++) await device(household.guardian, `${origin}/${nth}`)
  await happens()
  await look()
  const heard = await Promise.all([ring(at), ring(at), ring(at)])
  expect(heard.reduce((a, b) => a + b)).toBe(6)
  expect(received).toHaveLength(6)
  await stop()
})

test('news of a person without a device is done with, and nobody but the machinery decides', async () => {
  await happens()
  await look()
  const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .select({ ringAt: sql<string | null>`ring_at` })
      .from(news)
      .where(eq(news.practiceId, world.practiceId)),
  )
  expect(row?.ringAt).toBeNull()
  await expect(turnNewsToDevices(world.boss, at)).rejects.toThrow()
})
