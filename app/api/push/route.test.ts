import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { pushDevice } from '@/db/schema'
import { sessionCookieFor } from '@/e2e/session'
import { origin } from '@/lib/auth/origin'
import { hashToken } from '@/lib/auth/session-token'
import { now } from '@/lib/clock'
import { addDevice } from '@/lib/data/push-device'
import { letRing } from '@/lib/jobs/testing/local-devices'
import { newBrowser } from '@/lib/push/testing/local-service'
import { POST } from './route'

const from = { headers: new Headers(), cookie: '' }
vi.mock('next/headers', () => ({
  headers: async () => from.headers,
  cookies: async () => ({ get: () => (from.cookie ? { value: from.cookie } : undefined) }),
}))
beforeEach(() => {
  from.headers = new Headers({ origin: origin() })
  from.cookie = ''
})

function address(name: string) {
  const { p256dh, auth } = newBrowser()
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') }
  return { endpoint: `https://push.example.com/${name}`, ...keys }
}
const post = async (body: unknown) =>
  (await POST(new Request(`${origin()}/api/push`, { method: 'POST', body: JSON.stringify(body) }))).status

/** Somebody whose other browser rings, with this one in hand. */
async function signedIn() {
  const world = await makeWorld()
  const { guardian } = await makeHousehold(world)
  await letRing(guardian, 'https://push.example.com/other')
  from.cookie = (await sessionCookieFor(guardian.userId, origin())).value
  const { practiceId } = world
  const rings = () =>
    inTransaction({ practiceId, role: 'system' }, async (tx) => {
      const rows = await tx.select().from(pushDevice).where(eq(pushDevice.practiceId, practiceId))
      return rows.map(({ endpoint }) => endpoint.split('/').at(-1)).sort()
    })
  const session = hashToken(from.cookie).toString('base64url')
  const switchOn = () => addDevice(guardian, { ...address('old'), session }, now())
  return { rings, switchOn }
}

test('a browser that rings goes on at the address it renewed, the others at theirs', async () => {
  const { rings, switchOn } = await signedIn()
  await switchOn()
  expect(await rings()).toEqual(['old', 'other'])
  expect(await post({ ...address('new'), session: 'of another' })).toBe(204)
  expect(await rings()).toEqual(['new', 'other'])
})

test('one that did not ring does not begin to', async () => {
  const { rings } = await signedIn()
  expect(await post(address('new'))).toBe(204)
  expect(await rings()).toEqual(['other'])
})

test('takes no address that is none, nothing from elsewhere, and from nobody', async () => {
  const { rings, switchOn } = await signedIn()
  await switchOn()
  for (const body of [null, 'no', {}, { ...address('new'), endpoint: 'http://10.0.0.1/' }, 'x'.repeat(5000)])
    expect(await post(body)).toBe(400)
  from.headers = new Headers({ origin: 'https://elsewhere.example' })
  expect(await post(address('new'))).toBe(403)
  from.headers = new Headers({ origin: origin() })
  from.cookie = 'ds_unknown'
  expect(await post(address('new'))).toBe(401)
  expect(await rings()).toEqual(['old', 'other'])
})
