import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, inTransaction } from '@/db/client'
import { outbox } from '@/db/schema'
import { moment } from '@/db/testing/probe'
import { withTestDatabase } from '@/db/testing/test-database'
import { signInMail } from '@/lib/mail/messages'
import { enqueue, type Mail } from '@/lib/mail/outbox'
import { fakeSmtp, type Mood } from './fake-smtp'
import { sendDue } from './send-mail'
import { smtpCarrier } from './smtp'

let stops: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const stop of stops) await stop()
  stops = []
})
// A database of its own: the outbox is one for everybody, and these workers take whatever is due.
beforeEach(() => inTransaction({ purpose: 'outbox' }, (tx) => tx.delete(outbox)))
let drop: () => Promise<void>
beforeAll(async () => void ({ drop } = await withTestDatabase()))
afterAll(async () => {
  await closeDatabase()
  await drop()
})

async function post(
  kind = 'booking',
  key: string = randomUUID(),
  to = `${key}@example.test`,
  more: Partial<Mail> = {},
): Promise<string> {
  const letter = () => signInMail({ link: `http://localhost:3000/${key}`, code: '123456', minutes: 30 })
  await inTransaction({ purpose: 'outbox' }, (tx) =>
    enqueue(tx, { practiceId: null, kind, to, reader: null, letter, dedupeKey: key, ...more }),
  )
  return key
}

const rowOf = async (key: string) =>
  (
    await inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.select().from(outbox).where(eq(outbox.dedupeKey, key)),
    )
  )[0]

async function server(moodOf?: (turn: number) => Mood) {
  const smtp = await fakeSmtp(moodOf)
  const { carry, close } = smtpCarrier(smtp.url)
  stops.push(close, smtp.stop)
  return { ...smtp, carry }
}

const start = Temporal.Now.instant()
const after = (minutes: number) => () => start.add({ minutes })

test('a mail arrives once, with both bodies and the Message-ID it was given', async () => {
  const { carry, received } = await server()
  const key = await post()
  await post('booking', key)
  expect(await sendDue(carry, after(1))).toBe(1)
  expect(await sendDue(carry, after(9))).toBe(0)
  expect(received).toHaveLength(1)
  const row = await rowOf(key)
  expect(row).toMatchObject({ state: 'sent', attempts: 1 })
  const [{ mail, to } = { mail: undefined, to: [] }] = received
  expect(to).toEqual([`${key}@example.test`])
  expect(mail).toMatchObject({ messageId: row?.messageId, subject: 'Your sign-in link for Doorstep' })
  expect(mail?.text).toContain(`http://localhost:3000/${key}`)
  expect(mail?.html).toContain(`href="http://localhost:3000/${key}"`)
  expect(mail?.html).toContain('prefers-color-scheme: dark')
})

test('what opened a door is not kept once it was sent', async () => {
  const { carry } = await server()
  const key = await post('sign-in')
  await sendDue(carry, after(1))
  expect(await rowOf(key)).toMatchObject({ state: 'sent', bodyText: '', bodyHtml: '' })
})

test('a mail that came too late is not sent: a sign-in mail older than its link opens nothing', async () => {
  const { carry, received } = await server()
  const key = await post('sign-in', randomUUID(), 'a@example.test', { sendUntil: start.add({ minutes: 30 }) })
  expect(await sendDue(carry, after(31))).toBe(0)
  expect(received).toEqual([])
  expect(await rowOf(key)).toMatchObject({ state: 'cancelled', droppedWhy: 'late', bodyText: '' })
})

describe('a server that misbehaves', () => {
  test('drops the line before its yes: the mail is sent again, later', async () => {
    const { carry, received } = await server((turn) => (turn === 0 ? 'drop before 250' : 'take'))
    const key = await post()
    expect(await sendDue(carry, after(1))).toBe(0)
    expect(await rowOf(key)).toMatchObject({ state: 'queued', attempts: 1 })
    expect(await sendDue(carry, after(1))).toBe(0)
    expect(await sendDue(carry, after(3))).toBe(1)
    expect(received).toHaveLength(1)
  })

  test('drops the line after its yes: the mail counts as sent', async () => {
    const { carry, received } = await server(() => 'drop after 250')
    const key = await post()
    expect(await sendDue(carry, after(1))).toBe(1)
    expect(await sendDue(carry, after(60))).toBe(0)
    expect(received).toHaveLength(1)
    expect(await rowOf(key)).toMatchObject({ state: 'sent' })
  })

  test('says later: the pauses grow, and after the tenth try a person has to look', async () => {
    const { carry, received } = await server(() => 'refuse for now')
    const key = await post()
    let minute = 1
    for (let tries = 0; tries < 12; tries++) await sendDue(carry, after((minute *= 3)))
    expect(received).toEqual([])
    expect(await rowOf(key)).toMatchObject({ state: 'failed', attempts: 10 })
  })

  test('says never: one try is enough, and no address is kept in the reason', async () => {
    const { carry } = await server(() => 'refuse for good')
    const key = await post()
    await sendDue(carry, after(1))
    const row = await rowOf(key)
    expect(row).toMatchObject({ state: 'failed', attempts: 1 })
    expect(row?.lastError).toContain('550')
    expect(row?.lastError).not.toContain('@')
  })

  test('is not there at all: nothing is lost', async () => {
    const { carry } = smtpCarrier('smtp://127.0.0.1:9')
    const key = await post()
    await sendDue(carry, after(1))
    expect(await rowOf(key)).toMatchObject({ state: 'queued', attempts: 1 })
  })
})

test('a worker that died after the server’s yes: sent again with the same Message-ID, once the lease is over', async () => {
  const { carry, received } = await server()
  const key = await post()
  const { reached: taken, reach } = moment()
  void sendDue(async (mail) => {
    await carry(mail)
    reach()
    await new Promise(() => undefined)
  }, after(1))
  await taken
  expect(await sendDue(carry, after(2))).toBe(0)
  expect(await sendDue(carry, after(4))).toBe(1)
  expect(received.map(({ mail }) => mail.messageId)).toHaveLength(2)
  expect(new Set(received.map(({ mail }) => mail.messageId)).size).toBe(1)
  expect(await rowOf(key)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('forty mails and four workers: each mail goes out once', async () => {
  const { carry, received } = await server()
  const keys = await Promise.all(Array.from({ length: 40 }, () => post()))
  const worker = async () => {
    while ((await sendDue(carry, after(1), 3)) > 0);
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  const arrived = received.flatMap(({ to }) => to).sort()
  expect(arrived).toEqual(keys.map((key) => `${key}@example.test`).sort())
})

test('no address can smuggle in another recipient, no subject another header', async () => {
  const { carry, received } = await server()
  const hostile = [
    'a@example.test,evil@evil.example',
    'a@example.test\r\nRCPT TO:<evil@evil.example>',
    '"a@evil.example"@example.test',
    'Evil <evil@evil.example>, b@example.test',
  ]
  for (const to of hostile) await post('booking', randomUUID(), to)
  await inTransaction({ purpose: 'outbox' }, (tx) =>
    enqueue(tx, {
      ...{
        practiceId: null,
        reader: null,
        kind: 'booking',
        to: 'good@example.test',
        dedupeKey: randomUUID(),
      },
      letter: () => ({ subject: 'Hello\r\nBcc: evil@evil.example', text: 'x', html: 'x' }),
    }),
  )
  await sendDue(carry, after(1))
  expect(received.flatMap(({ to }) => to).filter((to) => to.endsWith('evil.example'))).toEqual([])
  expect(received.flatMap(({ mail }) => mail.bcc ?? [])).toEqual([])
})
