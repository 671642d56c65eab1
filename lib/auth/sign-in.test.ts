import { randomUUID } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import NextAuth from 'next-auth'
import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { contact, outbox, verificationToken } from '@/db/schema'
import { printSignInCard, signInsOf, signOutEverywhere } from '@/lib/data/account'
import { sendSignInMail } from './ask'
import { openWithCard, openWithCode } from './codes'
import { hatsOf } from './hats'
import { authOptions } from './options'
import { hashToken, sessionCookie } from './session-token'

const now = Temporal.Now.instant()
const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
afterAll(() => admin.end())

let world: World
let household: Household
beforeAll(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

type Asked = { token: string; email: string; code: string; html: string; text: string; link: URL }

async function mailsTo(address: string) {
  return inTransaction({ purpose: 'outbox' }, (tx) =>
    tx.select().from(outbox).where(eq(outbox.toAddress, address)).orderBy(desc(outbox.createdAt)),
  )
}

async function ask(email: string, next?: string, at = now): Promise<Asked> {
  await sendSignInMail(email, next, at, 'en-GB')
  const [mail] = await mailsTo(email)
  if (!mail) throw new Error('no mail')
  const link = new URL(/http\S+callback\S+/.exec(mail.bodyText)?.[0] ?? '')
  const code = /instead: (\d{6})/.exec(mail.bodyText)?.[1] ?? ''
  const token = link.searchParams.get('token') ?? ''
  return { token, email, code, html: mail.bodyHtml, text: mail.bodyText, link }
}

/** What the button on the confirm page does, as far as next-auth sees it. */
async function press({ token, email }: Pick<Asked, 'token' | 'email'>, more: Record<string, unknown> = {}) {
  const said: Record<string, string | string[]> = {}
  const response = {
    status: () => response,
    getHeader: (name: string) => said[name.toLowerCase()],
    setHeader: (name: string, value: string | string[]) => {
      said[name.toLowerCase()] = value
      return response
    },
    end: () => response,
    send: () => response,
  }
  const request = {
    method: 'POST',
    query: { nextauth: ['callback', 'email'], token, email, ...more },
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    cookies: {},
    body: {},
  }
  await NextAuth(
    request as never,
    response as never,
    authOptions({ device: 'Firefox, Linux', former: undefined }),
  )
  const cookies = [said['set-cookie'] ?? []].flat().join('\n')
  return {
    to: String(said.location ?? ''),
    session: new RegExp(`${sessionCookie('http://localhost:3000')}=([^;]+)`).exec(cookies)?.[1],
  }
}

describe('the mail link', () => {
  test('opens a session once, kept as a hash, that ends in thirty days for an owner', async () => {
    const asked = await ask(household.email, '/home/log')
    expect(asked.link.origin + asked.link.pathname).toBe('http://localhost:3000/api/auth/callback/email')
    expect(asked.link.searchParams.get('callbackUrl')).toBe('/home/log')
    const { session = '', to } = await press(asked)
    expect(session).toMatch(/^ds_[\w-]{43}$/)
    expect(to).toBe('http://localhost:3000')
    const hats = await hatsOf(session)
    expect(hats?.guardians.map(({ clientId }) => clientId)).toEqual([household.clientId])
    const replayed = await press(asked)
    expect(replayed.session).toBeUndefined()
    expect(replayed.to).toContain('error=Verification')
    const [row] = await admin<{ days: number }[]>`
      select extract(day from expires_at - created_at)::int as days from app.auth_session
      where token_hash = ${hashToken(session)}`
    expect(row?.days).toBe(30)
  })

  test('pressed twenty times at once opens one session', async () => {
    const asked = await ask(world.consultant.memberId && (await addressOf(world.consultant.userId)))
    const presses = await Promise.all(Array.from({ length: 20 }, () => press(asked)))
    const sessions = presses.flatMap(({ session }) => session ?? [])
    expect(sessions).toHaveLength(1)
    const [row] = await admin<{ days: number }[]>`
      select extract(day from expires_at - created_at)::int as days from app.auth_session
      where token_hash = ${hashToken(sessions[0] ?? '')}`
    expect(row?.days).toBe(7)
  })

  test('is of no use to another address, after half an hour, or with a letter changed', async () => {
    const asked = await ask(household.email)
    const other = await makeHousehold(world, { name: 'Other' })
    expect((await press({ ...asked, email: other.email })).session).toBeUndefined()
    expect((await press({ ...asked, token: `${asked.token}x` })).session).toBeUndefined()
    const late = await ask(household.email, undefined, now.subtract({ minutes: 31 }))
    expect((await press(late)).session).toBeUndefined()
    expect((await press(asked)).session).toBeDefined()
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/%2f/evil'])(
    'never sends on to %s',
    async (callbackUrl) => {
      const asked = await ask(household.email)
      expect((await press(asked, { callbackUrl })).to).toBe('http://localhost:3000/')
    },
  )

  test('is not written for an unknown address, nor for somebody who left', async () => {
    const stranger = `${randomUUID()}@example.test`
    await sendSignInMail(stranger, undefined, now, 'en-GB')
    expect(await mailsTo(stranger)).toEqual([])
    const gone = await makeHousehold(world, { name: 'Gone' })
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(contact).set({ removedAt: now }).where(eq(contact.id, gone.contactId)),
    )
    await sendSignInMail(gone.email, undefined, now, 'en-GB')
    expect(await mailsTo(gone.email)).toEqual([])
    const [{ people = 0 } = {}] = await admin<{ people: number }[]>`
      select count(*)::int as people from app."user" where email = ${stranger}`
    expect(people).toBe(0)
  })
})

describe('the six digits', () => {
  test('open a session once, and the link is used up with them', async () => {
    const asked = await ask(household.email)
    const opened = await openWithCode(asked.email, asked.code, 'Safari, iPhone', now)
    expect(await hatsOf(opened?.token ?? '')).not.toBeNull()
    expect(await openWithCode(asked.email, asked.code, null, now)).toBeNull()
    expect((await press(asked)).session).toBeUndefined()
  })

  test('are dead after five tries, also when all are made at once; the link still works', async () => {
    const { email } = await makeHousehold(world, { name: 'Tried' })
    const asked = await ask(email)
    const wrong = Array.from({ length: 40 }, (_, index) =>
      String((Number(asked.code) + 1 + index) % 1_000_000),
    )
    await Promise.all(wrong.map((code) => openWithCode(email, code.padStart(6, '0'), null, now)))
    const [row] = await inTransaction({ purpose: 'auth' }, (tx) =>
      tx.select().from(verificationToken).where(eq(verificationToken.identifier, email)),
    )
    expect(row?.codeTries).toBe(5)
    expect(await openWithCode(email, asked.code, null, now)).toBeNull()
    expect((await press(asked)).session).toBeDefined()
  })

  test('do not open the door of another address', async () => {
    const asked = await ask(household.email)
    const other = await makeHousehold(world, { name: 'Neighbour' })
    await ask(other.email)
    expect(await openWithCode(other.email, asked.code, null, now)).toBeNull()
  })
})

describe('the printed card', () => {
  const print = async (of: Household) => {
    const printed = await printSignInCard(world.assistant, of, now)
    if (!printed.ok) throw new Error(printed.reason)
    return printed.value.code
  }

  test('opens a session once; a newer card takes the power from an earlier one', async () => {
    const first = await print(household)
    const second = await print(household)
    expect(await openWithCard(first, null, now)).toBeNull()
    const opened = await openWithCard(second, null, now)
    expect((await hatsOf(opened?.token ?? ''))?.guardians).toHaveLength(1)
    expect(await openWithCard(second, null, now)).toBeNull()
  })

  test('is over after two weeks, and is not made for somebody who may not sign in', async () => {
    const code = await print(household)
    expect(await openWithCard(code, null, now.add({ hours: 14 * 24 + 1 }))).toBeNull()
    const mute = await makeHousehold(world, { name: 'Mute' })
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.update(contact).set({ userId: null }).where(eq(contact.id, mute.contactId)),
    )
    expect(await printSignInCard(world.boss, mute, now)).toMatchObject({ reason: 'account.cardNeedsSignIn' })
  })
})

test('signing out everywhere ends each of them and nobody else’s', async () => {
  const home = await makeHousehold(world, { name: 'Many' })
  const other = await makeHousehold(world, { name: 'Quiet' })
  const tokens: string[] = []
  for (const { email } of [home, home, home, other]) {
    tokens.push((await press(await ask(email))).session ?? '')
  }
  expect(await signInsOf(home.guardian, hashToken(tokens[0] ?? ''), now)).toHaveLength(3)
  await signOutEverywhere(home.guardian)
  const alive = await Promise.all(tokens.map(async (token) => (await hatsOf(token)) !== null))
  expect(alive).toEqual([false, false, false, true])
})

test('no token or code that a browser or a mail held stands in the tables of sign-in', async () => {
  const asked = await ask(household.email)
  const again = await ask(household.email)
  const { session = '' } = await press(again)
  const card = await printSignInCard(world.boss, household, now)
  const secrets = [asked.token, again.token, session, card.ok ? card.value.code : '']
  const tables = [
    'auth_session',
    'verification_token',
    'user',
    'account',
    'rate_limit',
    'set_up_link',
    'audit_event',
  ]
  for (const table of tables) {
    const rows = await admin<{ row: string }[]>`select t::text as row from ${admin(`app.${table}`)} t`
    const all = rows.map(({ row }) => row).join('\n')
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(10)
      expect(all.includes(secret) || all.includes(Buffer.from(secret).toString('hex'))).toBe(false)
    }
  }
})

async function addressOf(userId: string): Promise<string> {
  const [row] = await admin<{ email: string }[]>`select email::text from app."user" where id = ${userId}`
  return row?.email ?? ''
}

test('an idle sign-in rests: staff after twelve hours, owners after fourteen days', async () => {
  const staff = (await press(await ask(await addressOf(world.boss.userId)))).session ?? ''
  const owner = (await press(await ask(household.email))).session ?? ''
  const rest = (token: string, hours: number) =>
    inTransaction({ purpose: 'auth' }, (tx) =>
      tx.execute(sql`update app.auth_session set last_used_at = now() - make_interval(hours => ${hours})
        where token_hash = ${hashToken(token)}`),
    )
  await rest(staff, 11)
  expect(await hatsOf(staff)).not.toBeNull()
  await rest(staff, 13)
  expect(await hatsOf(staff)).toBeNull()
  await rest(owner, 24 * 13)
  expect(await hatsOf(owner)).not.toBeNull()
  await rest(owner, 24 * 15)
  expect(await hatsOf(owner)).toBeNull()
})
