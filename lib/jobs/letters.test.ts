import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET, POST } from '@/app/api/mails/stop/[token]/route'
import { closeDatabase, inTransaction, type Tx } from '@/db/client'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import { contact, outbox, service, vetFlag, visit, visitChange } from '@/db/schema'
import { withTestDatabase } from '@/db/testing/test-database'
import { setHomework } from '@/lib/data/homework'
import { chooseHouseholdMails, chooseMemberMails, freeAddress, ownMailsOf } from '@/lib/data/mail-choice'
import { peopleOf } from '@/lib/data/contact'
import type { OptionalMail } from '@/lib/domain/mail/kinds'
import { stopAddress } from '@/lib/mail/stop-link'
import { fakeSmtp } from './fake-smtp'
import { writeLetters } from './letters'
import { sendDue } from './send-mail'
import { smtpCarrier } from './smtp'

// A database of its own: the outbox is one for everybody, and so is what is due.
let drop: () => Promise<void>
beforeAll(async () => void ({ drop } = await withTestDatabase()))
afterAll(async () => {
  await closeDatabase()
  await drop()
})

let world: World
let home: Household
beforeEach(async () => {
  await inTransaction({ purpose: 'outbox' }, (tx) => tx.delete(outbox))
  world = await makeWorld()
  home = await makeHousehold(world)
})
const asSystem = <T>(run: (tx: Tx) => Promise<T>) =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, run)
const mails = () =>
  asSystem((tx) =>
    tx.select().from(outbox).where(eq(outbox.practiceId, world.practiceId)).orderBy(outbox.createdAt),
  )
/** On the clock of Vienna, where these households live. */
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Vienna').toInstant()
const start = Temporal.PlainDateTime.from('2026-05-14T10:15')

/** Lets a worker go round once; what a server got for this household, not for those of other tests. */
async function send(now: Temporal.Instant, noSuch?: string) {
  const smtp = await fakeSmtp(undefined, noSuch)
  const { carry, close } = smtpCarrier(smtp.url)
  await sendDue(carry, () => now, 100)
  close()
  await smtp.stop()
  return smtp.received.filter(({ to }) => to.includes(home.email))
}

describe('the reminder', () => {
  test('comes once, the evening before at six, with how to prepare', async () => {
    await asSystem((tx) =>
      tx.update(service).set({ preparation: 'Bring the harness.' }).where(eq(service.id, world.serviceId)),
    )
    await makeVisit(world, home, { localStart: start })
    await writeLetters(at('2026-05-13T17:55'))
    expect(await mails()).toEqual([])
    await writeLetters(at('2026-05-13T18:00'))
    await writeLetters(at('2026-05-13T18:05'))
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ kind: 'reminder', toAddress: home.email })
    for (const words of ['Thursday 14 May 2026, 10:15', 'Bring the harness.', 'Moth'])
      expect([mail?.bodyText, mail?.bodyHtml].every((body) => body?.includes(words))).toBe(true)
  })

  test('is not sent late, of a cancelled visit, or a second time where the visit moved', async () => {
    const visitId = await makeVisit(world, home, { localStart: start })
    const its = and(eq(visit.practiceId, world.practiceId), eq(visit.id, visitId))
    await writeLetters(at('2026-05-13T18:00'))
    expect(await send(at('2026-05-14T07:20'))).toEqual([])
    expect((await mails()).map(({ droppedWhy }) => droppedWhy)).toEqual(['late'])

    const localStart = start.add({ hours: 4 })
    const from = at('2026-05-14T14:15')
    const during = { from, until: from.add({ hours: 1 }) }
    await asSystem((tx) => tx.update(visit).set({ localStart, during, blocked: during }).where(its))
    await writeLetters(at('2026-05-14T07:30'))
    await asSystem((tx) => tx.update(visit).set({ status: 'cancelled', cancelReason: 'ill' }).where(its))
    await writeLetters(at('2026-05-14T07:35'))
    expect(await send(at('2026-05-14T07:40'))).toEqual([])
    expect((await mails()).map(({ droppedWhy }) => droppedWhy)).toEqual(['late', 'visit_changed'])
  })

  test('is not written where the household was told that afternoon, wants none, or nobody is reached', async () => {
    const told = await makeVisit(world, home, { localStart: start })
    await asSystem((tx) =>
      tx.insert(visitChange).values({
        ...{ practiceId: world.practiceId, visitId: told, version: 1, verb: 'booked' },
        changedAt: at('2026-05-13T15:00'),
      }),
    )
    const other = await makeHousehold(world, { name: 'Other' })
    await makeVisit(world, other, { localStart: start.add({ hours: 2 }) })
    await chooseHouseholdMails(other.guardian, { reminder: false, messages: true }, at('2026-05-01T08:00'))
    await writeLetters(at('2026-05-13T18:00'))
    await writeLetters(at('2026-05-13T23:00'))
    expect(await mails()).toEqual([])
  })

  test('is dropped where the person stopped it after it was written', async () => {
    await makeVisit(world, home, { localStart: start })
    await writeLetters(at('2026-05-13T18:00'))
    await chooseHouseholdMails(home.guardian, { reminder: false, messages: true }, at('2026-05-13T18:01'))
    expect(await send(at('2026-05-13T18:02'))).toEqual([])
    expect(await mails()).toMatchObject([{ droppedWhy: 'not_wanted' }])
  })
})

describe('the nudge', () => {
  const item = { exercise: 'Nose to the harness', sentences: [], dose: '', good: '', stop: '' }
  beforeEach(async () => {
    await makePlan(world, home)
    await setHomework(world.consultant, { animalId: home.animalId, items: [item] }, at('2026-05-10T08:00'))
  })

  test('is off until somebody chooses an hour; then it comes at that hour, once', async () => {
    await writeLetters(at('2026-05-13T19:10'))
    expect(await mails()).toEqual([])
    await chooseHouseholdMails(
      home.guardian,
      { reminder: true, messages: true, homeworkHour: 19 },
      at('2026-05-13T19:10'),
    )
    for (const wall of ['2026-05-13T18:55', '2026-05-13T19:10', '2026-05-13T19:15', '2026-05-13T20:00'])
      await writeLetters(at(wall))
    const written = await mails()
    expect(written).toMatchObject([{ kind: 'homework', toAddress: home.email }])
    expect(written[0]?.bodyText).toContain('Nose to the harness')
  })

  test('leaves a day in peace that has a session, and an animal with an open health sign', async () => {
    await chooseHouseholdMails(
      home.guardian,
      { reminder: true, messages: true, homeworkHour: 19 },
      at('2026-05-13T08:00'),
    )
    await asSystem((tx) =>
      tx.insert(vetFlag).values({
        ...{ practiceId: world.practiceId, animalId: home.animalId, sign: 'not_eating_24h' },
      }),
    )
    await writeLetters(at('2026-05-13T19:10'))
    expect(await mails()).toEqual([])
  })
})

describe('the way out', () => {
  const context = (token: string) => ({ params: Promise.resolve({ token }) })
  const click = (address: string, body = 'List-Unsubscribe=One-Click') =>
    POST(new Request(address, { method: 'POST', body }), context(address.split('/').at(-1) ?? ''))

  test('is in the headers and the letter; one click stops the kind, without a sign-in and from anywhere', async () => {
    await makeVisit(world, home, { localStart: start })
    await writeLetters(at('2026-05-13T18:00'))
    const [got] = await send(at('2026-05-13T18:01'))
    const headers = new Map(got?.mail.headers.map(({ key, value }) => [key, value]))
    const address = headers.get('list-unsubscribe')?.slice(1, -1) ?? ''
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(got?.mail.text).toContain(address.replace('/api/', '/'))
    expect((await GET(new Request(address), context(address.split('/').at(-1) ?? ''))).status).toBe(303)
    expect(await ownMailsOf(home.guardian)).toMatchObject({ reminder: true })
    expect((await click(address)).status).toBe(200)
    expect((await click(address)).status).toBe(200)
    expect(await ownMailsOf(home.guardian)).toMatchObject({ reminder: false })
    expect(await mails()).toMatchObject([{ state: 'sent', bodyText: '', bodyHtml: '' }])
  })

  test('is of one person and one kind, and every other address finds the same nothing', async () => {
    const of = (kind: OptionalMail) =>
      stopAddress({ practiceId: world.practiceId, kind, reader: { contactId: home.contactId } })
    await makeVisit(world, home, { localStart: start })
    await writeLetters(at('2026-05-13T18:00'))
    const good = of('reminder')
    const flipped = good.slice(0, -2) + (good.endsWith('AA') ? 'BB' : 'AA')
    const answers = [of('homework'), flipped, `${good}x`, good.replace('ms_', 'sl_')].map((one) => click(one))
    for (const { status, body } of await Promise.all(answers)) expect([status, body]).toEqual([404, null])
    expect(await ownMailsOf(home.guardian)).toMatchObject({ reminder: true })
    expect((await click(good, 'from=page')).status).toBe(303)
    expect(await ownMailsOf(home.guardian)).toMatchObject({ reminder: false })
  })

  test('of the week’s letter is a member’s own', async () => {
    await chooseMemberMails(world.consultant, { messages: true, weekly: false })
    expect(await ownMailsOf(world.consultant)).toMatchObject({ weekly: false })
    expect(await ownMailsOf(world.boss)).toMatchObject({ weekly: true })
  })
})

test('an address that is refused for good gets no more mails until the practice frees it', async () => {
  await makeVisit(world, home, { localStart: start })
  await writeLetters(at('2026-05-13T18:00'))
  expect(await send(at('2026-05-13T18:01'), '5.1.1 No such mailbox')).toEqual([])
  const people = () => peopleOf(world.consultant, home.clientId)
  expect(await people()).toMatchObject([{ bounced: true }])
  await makeVisit(world, home, { localStart: start.add({ hours: 3 }) })
  await writeLetters(at('2026-05-13T18:10'))
  expect(await mails()).toMatchObject([{ state: 'failed' }])
  expect(await freeAddress(world.consultant, { id: home.contactId })).toMatchObject({ ok: true })
  expect(await people()).toMatchObject([{ bounced: false }])
  await writeLetters(at('2026-05-13T18:15'))
  expect(await send(at('2026-05-13T18:16'))).toHaveLength(1)
})

test('a full mailbox and a refusal by policy are not the address’s fault', async () => {
  const its = and(eq(contact.practiceId, world.practiceId), eq(contact.id, home.contactId))
  await makeVisit(world, home, { localStart: start })
  await writeLetters(at('2026-05-13T18:00'))
  await send(at('2026-05-13T18:01'), '5.7.1 Not from you')
  const [row] = await asSystem((tx) => tx.select().from(contact).where(its))
  expect(row?.bouncedAddress).toBeNull()
})

test('the week’s letter comes on Monday morning to who trains, and to nobody where no animal needs a person', async () => {
  await writeLetters(at('2026-05-11T07:05'))
  expect(await mails()).toEqual([])
  await makeVisit(world, home, { localStart: Temporal.PlainDateTime.from('2026-04-20T10:00') })
  await makePlan(world, home)
  await writeLetters(at('2026-05-12T07:05'))
  expect(await mails()).toEqual([])
  await writeLetters(at('2026-05-11T07:10'))
  await writeLetters(at('2026-05-11T07:15'))
  const written = await mails()
  expect(written.map(({ kind }) => kind)).toEqual(['weekly'])
  expect(written[0]?.bodyText).toContain('Moth (Berger)')
})
