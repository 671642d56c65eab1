import { and, eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { threadMessage, threadRead, visit } from '@/db/schema'
import { mintShare } from '@/lib/auth/mint'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer } from './as-viewer'
import { officeHoursFor } from './office-hours'
import { noteForWriting } from './note'
import { threadOf, writeToThread } from './thread'
import { messagesWaiting, threadList } from './thread-list'
import { addThreadPhoto, openThreadPhoto } from './thread-photo'
import { saveThreadRule } from './thread-rule'
import { agendaOf, putIntoNote, putOnAgenda, tickAgenda } from './thread-use'
import { todayOf } from './today'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const later = (minutes: number) => now.add({ minutes })
let world: World
let home: Household
beforeAll(async () => {
  world = await makeWorld()
  home = await makeHousehold(world)
})

type Writer = Parameters<typeof writeToThread>[0]
async function write(viewer: Writer, words: string, at = now, more: { photoId?: string; key?: string } = {}) {
  const { sendKey } = await threadOf(viewer, { clientId: home.clientId }, at)
  const input = { clientId: home.clientId, key: more.key ?? sendKey, words, photoId: more.photoId }
  const sent = await writeToThread(viewer, input, at)
  if (!sent.ok) throw new Error(sent.reason)
  return sent.value.seq
}
const read = (viewer: Writer, at = now) => threadOf(viewer, { clientId: home.clientId }, at)
const said = async (viewer: Writer) => (await read(viewer)).messages.map(({ words }) => words)
const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#884' } })
    .jpeg()
    .toBuffer()

describe('a thread', () => {
  test('is written and read by both, and says who read what when', async () => {
    home = await makeHousehold(world)
    const { guardian } = home
    await write(guardian, 'She sat by the open door for two minutes!')
    expect(await messagesWaiting(world.consultant)).toBeGreaterThan(0)
    expect((await read(guardian)).messages[0]).toMatchObject({ mine: true, side: 'household', reads: [] })
    await read(world.consultant, later(5))
    await write(world.consultant, 'Wonderful. Leave it at that today.', later(6))
    const seen = await read(guardian, later(7))
    expect(seen.messages.map(({ words, by, mine }) => `${by}${mine ? '*' : ''}: ${words}`)).toEqual([
      'Lena Berger*: She sat by the open door for two minutes!',
      'Jonas Weiss: Wonderful. Leave it at that today.',
    ])
    expect(seen.messages[0]?.reads).toEqual([{ by: 'Jonas Weiss', at: later(5) }])
    expect((await read(world.consultant, later(9))).messages[1]?.reads).toEqual([
      { by: 'Lena Berger', at: later(7) },
    ])
    expect(await messagesWaiting(guardian)).toBe(0)
  })

  test('keeps one of the same words sent twice at once from one form, and both where they differ', async () => {
    home = await makeHousehold(world)
    const { guardian } = home
    const key = 'opened'
    const twice = await Promise.all([1, 2, 3].map(() => write(guardian, 'Thursday is fine.', now, { key })))
    expect(new Set(twice).size).toBe(1)
    await write(guardian, 'Friday is better.', now, { key })
    expect(await said(guardian)).toEqual(['Thursday is fine.', 'Friday is better.'])
    await write(guardian, 'Thank you')
    await write(guardian, 'Thank you')
    expect((await said(guardian)).length).toBe(4)
  })

  test('is nobody’s to change, for the database as well', async () => {
    home = await makeHousehold(world)
    await write(home.guardian, 'As it was said')
    const { practiceId } = world
    const inside = (change: ReturnType<typeof sql>) =>
      inTransaction({ practiceId, role: 'owner' }, (tx) => tx.execute(change)).then(
        () => 'it changed',
        (error: { cause?: { code?: string } }) => error.cause?.code,
      )
    expect(await inside(sql`update app.thread_message set words = 'x'`)).toBe('42501')
    expect(await inside(sql`delete from app.thread_message`)).toBe('42501')
    expect(await inside(sql`update app.thread_read set read_at = now()`)).toBe('42501')
  })

  test('is written under one’s own name only, and into one’s own household only', async () => {
    home = await makeHousehold(world)
    const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
    const input = { clientId: other.clientId, key: 'x', words: 'x', photoId: undefined }
    await expect(writeToThread(home.guardian, input, now)).rejects.toThrow(NotFound)
    const forged = { practiceId: world.practiceId, clientId: home.clientId, words: 'x', sendKey: 'x' }
    const asOther = (row: object) =>
      asViewer(home.guardian, (tx) => tx.insert(threadMessage).values({ ...forged, ...row } as never)).then(
        () => 'it was taken',
        (error: { cause?: { code?: string } }) => error.cause?.code,
      )
    expect(await asOther({ memberId: world.consultant.memberId })).toBe('42501')
    expect(await asOther({ contactId: other.contactId })).toBe('42501')
    expect(await asOther({ contactId: home.contactId, clientId: other.clientId })).toBe('42501')
    const share = mintShare({
      ...{ practiceId: world.practiceId, practiceName: '', zone: world.zone, scope: 'journey' },
      ...{ linkId: other.contactId, animalIds: [home.animalId] },
    })
    await expect(threadOf(share, { clientId: home.clientId }, now)).rejects.toThrow(NotFound)
    expect(await messagesWaiting(share)).toBe(0)
  })

  test('goes back a page at a time, and reading back marks nothing', async () => {
    home = await makeHousehold(world)
    for (let n = 0; n < 63; n++) await write(world.consultant, `Line ${n}`, now, { key: String(n) })
    const page = await read(home.guardian)
    expect(page.messages.length).toBe(60)
    expect(page.more).toBe(true)
    const before = page.messages[0]?.seq
    const back = await threadOf(home.guardian, { clientId: home.clientId, before }, now)
    expect(back.messages.map(({ words }) => words)).toEqual(['Line 0', 'Line 1', 'Line 2'])
    const rows = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx
        .select()
        .from(threadRead)
        .where(and(eq(threadRead.practiceId, world.practiceId), eq(threadRead.contactId, home.contactId))),
    )
    expect(rows.length).toBe(1)
  })
})

describe('a photo', () => {
  test('goes with a message of its own thread, to both sides and nobody else', async () => {
    home = await makeHousehold(world)
    const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
    const kept = await addThreadPhoto(home.guardian, { clientId: home.clientId, bytes: await picture() }, now)
    if (!kept.ok) throw new Error(kept.reason)
    const { photoId } = kept.value
    await write(home.guardian, '', now, { photoId })
    expect((await read(world.assistant)).messages[0]?.photo).toMatchObject({ id: photoId, width: 900 })
    expect((await openThreadPhoto(world.consultant, photoId)).length).toBeGreaterThan(100)
    await expect(openThreadPhoto(other.guardian, photoId)).rejects.toThrow(NotFound)
    const elsewhere = { clientId: other.clientId, key: 'x', words: '', photoId }
    const refusal = { ok: false, reason: 'thread.form.lost' }
    expect(await writeToThread(world.consultant, elsewhere, now)).toMatchObject(refusal)
    const notOne = { clientId: home.clientId, bytes: Buffer.from('<svg/>') }
    expect((await addThreadPhoto(home.guardian, notOne, now)).ok).toBe(false)
  })
})

describe('what waits', () => {
  test('urgent words stand first on Today until somebody answers, read or not', async () => {
    const practice = await makeWorld()
    const first = await makeHousehold(practice, { name: 'Calm' })
    const second = await makeHousehold(practice, { name: 'Fright' })
    const says = (who: Household, words: string, at: Temporal.Instant) =>
      writeToThread(who.guardian, { clientId: who.clientId, key: words, words, photoId: undefined }, at)
    await says(second, 'She is limping since the walk', now)
    await says(first, 'See you on Thursday', later(5))
    const waiting = async () =>
      (await todayOf(practice.consultant, {}, later(9))).threads.map(
        (line) => `${line.household} ${line.unread}${line.urgent ? '!' : ''}`,
      )
    expect(await waiting()).toEqual(['Fright 1!', 'Calm 1'])
    for (const { clientId } of [first, second]) await threadOf(practice.consultant, { clientId }, later(10))
    expect(await waiting()).toEqual(['Fright 0!'])
    expect((await todayOf(practice.boss, {}, later(9))).threads.length).toBe(2)
    const answer = { clientId: second.clientId, key: '1', words: 'I call you now.', photoId: undefined }
    await writeToThread(practice.boss, answer, later(12))
    expect(await waiting()).toEqual([])
    expect((await threadList(practice.consultant)).map(({ household }) => household)).toEqual([
      'Fright',
      'Calm',
    ])
    expect(await messagesWaiting(second.guardian)).toBe(1)
    await expect(threadList(first.guardian)).rejects.toThrow(NotFound)
  })

  test('the fair use counts this month’s messages of the household, urgent ones never, and holds nothing back', async () => {
    const practice = await makeWorld()
    home = await makeHousehold(practice)
    const rule = { awayNote: 'On the island', awayUntil: null, monthly: 1, version: 0 }
    expect((await saveThreadRule(practice.consultant, rule)).ok).toBe(false)
    expect((await saveThreadRule(practice.boss, rule)).ok).toBe(true)
    expect(await saveThreadRule(practice.boss, rule)).toMatchObject({ ok: false, version: 1 })
    await write(home.guardian, 'In April', Temporal.Instant.from('2026-04-30T21:59:00Z'))
    await write(home.guardian, 'One')
    await write(home.guardian, 'Two')
    await write(home.guardian, 'He is bleeding')
    await write(practice.consultant, 'Call me')
    const { usedThisMonth, rule: shown } = await read(home.guardian)
    expect(usedThisMonth).toBe(2)
    expect(shown).toEqual({ awayNote: 'On the island', awayUntil: null, monthly: 1 })
  })

  test('office hours are told to a household, and whose they are is not', async () => {
    home = await makeHousehold(world)
    // 10:00 in Vienna; the practice works 08:30 to 18:30.
    expect(await officeHoursFor(home.guardian, now)).toEqual({
      is: 'open',
      until: Temporal.Instant.from('2026-05-14T16:30:00Z'),
    })
    expect(await officeHoursFor(home.guardian, Temporal.Instant.from('2026-05-14T20:00:00Z'))).toEqual({
      ...{ is: 'closed', closing: null },
      from: Temporal.Instant.from('2026-05-15T06:30:00Z'),
    })
  })
})

describe('what becomes of a message', () => {
  const wall = (text: string) => Temporal.PlainDateTime.from(text)

  test('it is spoken of at the next visit, and ticked off there', async () => {
    home = await makeHousehold(world)
    const visitId = await makeVisit(world, home, { localStart: wall('2026-05-15T10:00') })
    await write(home.guardian, 'May she have tuna?')
    const messageId = (await read(world.consultant)).messages[0]?.id ?? ''
    for (let n = 0; n < 2; n++) await putOnAgenda(world.consultant, { messageId }, now)
    expect(await agendaOf(world.consultant, visitId, now)).toMatchObject([
      { messageId, words: 'May she have tuna?', by: 'Lena Berger', doneAt: null },
    ])
    expect(await agendaOf(home.guardian, visitId, now)).toEqual([])
    const there = Temporal.Instant.from('2026-05-15T08:20:00Z')
    await tickAgenda(world.consultant, { messageId, done: true }, there)
    expect(await agendaOf(world.consultant, visitId, there.add({ hours: 24 }))).toMatchObject([
      { doneAt: there },
    ])
    const next = await makeVisit(world, home, { localStart: wall('2026-05-22T10:00') })
    expect(await agendaOf(world.consultant, next, there.add({ hours: 24 }))).toEqual([])
    expect((await read(world.consultant)).messages[0]?.uses).toEqual([
      { kind: 'agenda', visitId: null, done: true },
    ])
    expect((await read(home.guardian)).messages[0]?.uses).toEqual([])
    expect(await agendaOf(world.consultant, next, there.add({ hours: 1 }))).toEqual([])
    await tickAgenda(world.consultant, { messageId, done: false }, there)
    const standsAt = async (moment: Temporal.Instant) =>
      Promise.all([visitId, next].map(async (id) => (await agendaOf(world.consultant, id, moment)).length))
    expect(await standsAt(there)).toEqual([1, 0])
    expect(await standsAt(there.add({ hours: 24 }))).toEqual([0, 1])
  })

  test('it is quoted once in what the practice keeps for itself of the open note', async () => {
    home = await makeHousehold(world)
    await write(home.guardian, 'She hides when the lift comes.')
    const messageId = (await read(world.consultant)).messages[0]?.id ?? ''
    expect(await putIntoNote(world.consultant, { messageId }, now)).toMatchObject({ reason: 'thread.noNote' })
    const ahead = await makeVisit(world, home, { localStart: wall('2026-05-15T14:00') })
    const past = await makeVisit(world, home, { localStart: wall('2026-05-12T10:00') })
    const { practiceId } = world
    await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx
        .update(visit)
        .set({ status: 'done' })
        .where(and(eq(visit.practiceId, practiceId), eq(visit.id, past))),
    )
    expect(await putIntoNote(world.assistant, { messageId }, now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
    for (let n = 0; n < 2; n++)
      expect(await putIntoNote(world.consultant, { messageId }, now)).toMatchObject({
        value: { visitId: past },
      })
    const { internal, version, quoted } = await noteForWriting(world.consultant, past)
    expect(internal.match(/She hides when the lift comes\./g)?.length).toBe(1)
    expect(internal).toContain('Lena Berger')
    expect(quoted).toMatchObject([{ messageId, by: 'Lena Berger', at: now }])
    expect(version).toBe(1)
    expect((await noteForWriting(world.consultant, ahead)).internal).toBe('')
  })
})
