import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test } from 'vitest'
import { ringThrough } from './ring'
import { senderOfPushes } from './sender'
import { authorization, isPushKey, publicKey } from './signature'
import { localService, newBrowser, open, readAuthorization, type Answer } from './testing/local-service'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const secret = randomBytes(32).toString('base64url')
const contact = 'https://doorstep.example.org'
const here = { secret, contact, mayReach: () => true, tls: { rejectUnauthorized: false } }

let stop: (() => Promise<unknown>) | undefined
afterEach(() => stop?.())

async function service(answer: Answer = { status: 201 }) {
  const made = await localService(() => answer)
  ;({ stop } = made)
  return made
}

test('a browser reads what it was sent, and the service who sent it, and until when that is good', async () => {
  const { origin, received } = await service()
  const browser = newBrowser()
  const message = '{"title":"Doorstep","body":"Ça sonne","path":"/account/news"}'
  expect(await ringThrough(here)({ ...browser, endpoint: `${origin}/for/one` }, message, now, 1800)).toEqual({
    status: 201,
    retryAfterSeconds: null,
  })
  const [push] = received
  expect(push?.path).toBe('/for/one')
  expect(push?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    ttl: '1800',
    topic: 'news',
    urgency: 'normal',
  })
  expect(open(push?.body ?? Buffer.alloc(0), browser)).toBe(message)
  expect(() => open(push?.body ?? Buffer.alloc(0), newBrowser())).toThrow()
  const { claims, publicKey: signedBy } = readAuthorization(push?.headers.authorization ?? '')
  expect(signedBy).toBe(publicKey(secret))
  expect(claims).toMatchObject({ aud: origin, sub: contact })
  const hours = (claims.exp - now.epochMilliseconds / 1000) / 3600
  expect(hours).toBeGreaterThan(1)
  expect(hours).toBeLessThanOrEqual(24)
})

test('a signature holds for what was signed, and for nobody else’s key', () => {
  const said = authorization(new URL('https://push.example.com/x/y?z'), { secret, contact }, now)
  expect(readAuthorization(said).claims.aud).toBe('https://push.example.com')
  const other = publicKey(randomBytes(32).toString('base64url')) ?? ''
  expect(() => readAuthorization(said.replace(/k=.*/, `k=${other}`))).toThrow('not signed')
  const [head = '', , signature = ''] = said.split('.')
  const claims = Buffer.from(JSON.stringify({ aud: 'https://else.example' })).toString('base64url')
  expect(() => readAuthorization([head, claims, signature].join('.'))).toThrow('not signed')
})

test('what the service answers comes back, with the pause it asks for', async () => {
  const { origin } = await service({ status: 429, headers: { 'retry-after': '120' } })
  const answer = await ringThrough(here)({ ...newBrowser(), endpoint: `${origin}/` }, '{}', now, 60)
  expect(answer).toEqual({ status: 429, retryAfterSeconds: 120 })
})

test('it follows nobody elsewhere', async () => {
  const { origin, received } = await service({ status: 307, headers: { location: '/elsewhere' } })
  const answer = await ringThrough(here)({ ...newBrowser(), endpoint: `${origin}/` }, '{}', now, 60)
  expect(answer.status).toBe(307)
  expect(received).toHaveLength(1)
})

test.each(['hangs up', 'another protocol'] as const)(
  'who answers with nothing (%s) was not reached',
  async (how) => {
    const { origin } = await service(how)
    await expect(
      ringThrough(here)({ ...newBrowser(), endpoint: `${origin}/` }, '{}', now, 60),
    ).rejects.toThrow()
  },
)

test.each([
  'http://push.example.com/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://169.254.169.254/latest',
])('%s is not rung', async (endpoint) => {
  const asked = ringThrough({ secret, contact })({ ...newBrowser(), endpoint }, '{}', now, 60)
  await expect(asked).rejects.toMatchObject({ name: 'AddressNotPublic' })
})

test('a name that leads to this machine is not rung either, and a certificate of nobody is believed by nobody', async () => {
  const { origin, received } = await service()
  const device = { ...newBrowser(), endpoint: `${origin}/` }
  await expect(ringThrough({ secret, contact })(device, '{}', now, 60)).rejects.toMatchObject({
    name: 'AddressNotPublic',
  })
  await expect(
    ringThrough({ secret, contact, mayReach: () => true })(device, '{}', now, 60),
  ).rejects.toThrow()
  expect(received).toHaveLength(0)
})

test('a key is 32 bytes which P-256 takes', () => {
  expect(isPushKey(secret)).toBe(true)
  const zero = Buffer.alloc(32).toString('base64url')
  for (const wrong of ['', 'secret', zero, Buffer.alloc(32, 255).toString('base64url'), `${secret}A`])
    expect(isPushKey(wrong), wrong).toBe(false)
  expect(publicKey(undefined)).toBeNull()
  expect(Buffer.from(publicKey(secret) ?? '', 'base64url')).toHaveLength(65)
})

test('a service may turn to the site, or to whoever mails for it', () => {
  expect(senderOfPushes('https://doorstep.example.org')).toBe('https://doorstep.example.org')
  expect(senderOfPushes('http://localhost:3000')).toBe('mailto:no-reply@localhost')
})
