import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { outbox } from '@/db/schema'
import { chooseHouseholdMails, chooseMemberMails } from './mail-choice'
import { threadOf, writeToThread } from './thread'
import { mailOfMessages } from './thread-mail'

let world: World
let home: Household
beforeEach(async () => {
  world = await makeWorld()
  home = await makeHousehold(world)
  await makeVisit(world, home)
})
/** On the clock of Vienna, where these households live. */
const at = (wall: string) =>
  Temporal.PlainDateTime.from(`2026-05-14T${wall}`).toZonedDateTime('Europe/Vienna').toInstant()
const write = (who: Parameters<typeof writeToThread>[0], words: string, wall: string) =>
  writeToThread(who, { clientId: home.clientId, key: wall, words, photoId: undefined }, at(wall))
const read = (who: Parameters<typeof threadOf>[0], wall: string) =>
  threadOf(who, { clientId: home.clientId }, at(wall))
const round = (wall: string) => mailOfMessages(world.system, at(wall))
const mails = () =>
  inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select().from(outbox).where(eq(outbox.practiceId, world.practiceId)).orderBy(outbox.createdAt),
  )

test('a mail says that a message waits, to whom it concerns, once, and never what it says', async () => {
  await write(home.guardian, 'She was at the door, quite alone.', '10:00')
  expect(await round('10:09')).toBe(0)
  await round('10:10')
  await round('10:15')
  await write(home.guardian, 'And again.', '10:16')
  await round('10:30')
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    ...{ kind: 'messages', memberId: world.consultant.memberId, subject: 'Berger wrote to you' },
  })
  expect(mail?.bodyText).not.toContain('door')
  expect(mail?.bodyHtml).not.toContain('alone')
  await read(world.consultant, '10:40')
  await write(world.consultant, 'How lovely.', '10:41')
  await round('11:00')
  expect((await mails()).map(({ contactId }) => contactId)).toEqual([null, home.contactId])
  await read(home.guardian, '11:05')
  await write(world.consultant, 'One thing more.', '11:06')
  await round('11:20')
  expect((await mails()).length).toBe(3)
})

test('none where it was read meanwhile, by anybody of that side, or is not wanted', async () => {
  await write(home.guardian, 'Hello', '10:00')
  await read(world.assistant, '10:05')
  await round('10:20')
  expect(await mails()).toEqual([])
  await chooseMemberMails(world.consultant, { messages: false, weekly: true })
  await chooseMemberMails(world.boss, { messages: false, weekly: true })
  await write(home.guardian, 'Hello again', '10:30')
  await chooseHouseholdMails(home.guardian, { reminder: true, messages: false }, at('10:00'))
  await write(world.boss, 'Hello', '10:31')
  await write(home.guardian, 'And so', '10:32')
  await round('11:00')
  expect(await mails()).toEqual([])
})

test('nobody is written to at night, but for what sounds urgent, and the practice at once', async () => {
  await write(world.consultant, 'Sleep well', '22:00')
  await write(home.guardian, 'You too', '22:05')
  await round('22:30')
  expect(await mails()).toEqual([])
  await write(home.guardian, 'She does not breathe well', '23:00')
  await round('23:01')
  await round('23:02')
  expect((await mails()).map(({ subject }) => subject)).toEqual(['Urgent: Berger wrote to you'])
})

test('without a visit the practice owner hears of it, and a month later nobody', async () => {
  home = await makeHousehold(world)
  await write(home.guardian, 'Hello', '10:00')
  await mailOfMessages(world.system, at('10:00').add({ hours: 24 * 30 }))
  expect(await mails()).toEqual([])
  await round('12:00')
  expect((await mails())[0]?.memberId).toBe(world.boss.memberId)
})
