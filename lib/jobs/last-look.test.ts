import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, inTransaction, type Tx } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type Household, type World } from '@/db/factories/world'
import { contact, member, outbox, visit } from '@/db/schema'
import { withTestDatabase } from '@/db/testing/test-database'
import { moment } from '@/db/testing/probe'
import { enqueue, withdraw, type Mail } from '@/lib/mail/outbox'
import { sendDue } from './send-mail'

// A database of its own: the outbox is one for everybody, and these workers take whatever is due.
let drop: () => Promise<void>
beforeAll(async () => void ({ drop } = await withTestDatabase()))
afterAll(async () => {
  await closeDatabase()
  await drop()
})

let world: World
let home: Household
let visitId: string
const wall = Temporal.PlainDateTime.from('2026-05-14T10:00')
beforeEach(async () => {
  await inTransaction({ purpose: 'outbox' }, (tx) => tx.delete(outbox))
  world = await makeWorld()
  home = await makeHousehold(world)
  visitId = await makeVisit(world, home, { localStart: wall })
})

const now = Temporal.Now.instant()
const asSystem = <T>({ practiceId }: World, run: (tx: Tx) => Promise<T>) =>
  inTransaction({ practiceId, role: 'system' }, run)
let key = 0
async function post(more: Partial<Mail> = {}): Promise<string> {
  const dedupeKey = `look:${++key}`
  await asSystem(world, (tx) =>
    enqueue(tx, {
      ...{ practiceId: world.practiceId, kind: 'visit_booking', to: home.email, dedupeKey },
      reader: { contactId: home.contactId },
      letter: () => ({ subject: 'x', text: 'x', html: 'x' }),
      says: [
        { visitId, stands: true, start: '2026-05-14T10:00:00', consultantId: world.consultant.memberId },
      ],
      ...more,
    }),
  )
  return dedupeKey
}

const rowOf = async (dedupeKey: string) =>
  (
    await inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.select().from(outbox).where(eq(outbox.dedupeKey, dedupeKey)),
    )
  )[0]

const visitIs = (set: Partial<typeof visit.$inferInsert>) =>
  asSystem(world, (tx) =>
    tx
      .update(visit)
      .set(set)
      .where(and(eq(visit.practiceId, world.practiceId), eq(visit.id, visitId))),
  )

/** Who got what in one round of a worker, a minute from now. */
async function round(): Promise<string[]> {
  const went: string[] = []
  await sendDue(
    ({ toAddress }) => Promise.resolve(void went.push(toAddress)),
    () => now.add({ minutes: 1 }),
  )
  return went
}

describe('the last look', () => {
  test('lets a mail go whose visit stands as it says', async () => {
    const sent = await post()
    expect(await round()).toEqual([home.email])
    expect(await rowOf(sent)).toMatchObject({ state: 'sent', attempts: 1, droppedWhy: null })
  })

  test('is silent about a cancelled visit, and about one that moved or has another consultant', async () => {
    const changes: Partial<typeof visit.$inferInsert>[] = [
      { status: 'cancelled', cancelledAt: now, cancelReason: 'ill' },
      { status: 'booked', cancelledAt: null, cancelReason: null, localStart: wall.add({ hours: 2 }) },
      { localStart: wall, consultantId: world.boss.memberId },
    ]
    for (const change of changes) {
      const dropped = await post()
      await visitIs(change)
      expect(await round()).toEqual([])
      expect(await rowOf(dropped)).toMatchObject({ state: 'cancelled', droppedWhy: 'visit_changed' })
    }
  })

  test('says that a visit is cancelled only while it is', async () => {
    await post({ says: [{ visitId, stands: false }] })
    expect(await round()).toEqual([])
    await visitIs({ status: 'cancelled', cancelledAt: now, cancelReason: 'ill' })
    await post({ says: [{ visitId, stands: false }] })
    expect(await round()).toEqual([home.email])
  })

  test('tells of a series while one of its dates is as it says', async () => {
    const other = await makeVisit(world, home, { localStart: wall.add({ days: 7 }) })
    const says = [
      { visitId, stands: true, start: '2026-05-14T10:00:00' },
      { visitId: other, stands: true, start: '2026-05-21T10:00:00' },
    ]
    await visitIs({ status: 'cancelled', cancelledAt: now, cancelReason: 'ill' })
    await post({ says })
    expect(await round()).toEqual([home.email])
  })

  test('knows who left: a person of the household, a member, and an address that was corrected', async () => {
    const of = (row: typeof contact | typeof member, id: string) =>
      and(eq(row.practiceId, world.practiceId), eq(row.id, id))
    await asSystem(world, (tx) =>
      tx.update(contact).set({ email: 'lena@example.test' }).where(of(contact, home.contactId)),
    )
    await post()
    expect(await round()).toEqual(['lena@example.test'])
    await asSystem(world, async (tx) => {
      await tx.update(contact).set({ removedAt: now }).where(of(contact, home.contactId))
      await tx.update(member).set({ removedAt: now }).where(of(member, world.assistant.memberId))
    })
    const dropped = [await post(), await post({ reader: { memberId: world.assistant.memberId } })]
    expect(await round()).toEqual([])
    for (const one of dropped)
      expect(await rowOf(one)).toMatchObject({ state: 'cancelled', droppedWhy: 'reader_gone' })
  })

  test('does not cross practices: a visit and a person of another one are not there', async () => {
    const others = await makeWorld()
    const theirs = await makeVisit(others, await makeHousehold(others), { localStart: wall })
    const dropped = await post({ says: [{ visitId: theirs, stands: true }] })
    expect(await round()).toEqual([])
    expect(await rowOf(dropped)).toMatchObject({ state: 'cancelled' })
  })
})

describe('taking back meets the worker at the row', () => {
  const takeBack = (dedupeKey: string) => asSystem(world, (tx) => withdraw(tx, world.practiceId, dedupeKey))

  test('what a worker holds but has not looked at is still taken back', async () => {
    const keys = [await post(), await post()]
    const [first = '', second = ''] = keys
    const went: string[] = []
    await sendDue(
      async (mail) => {
        went.push(mail.dedupeKey)
        const other = mail.dedupeKey === first ? second : first
        expect(await takeBack(other)).toBe(true)
        expect(await takeBack(mail.dedupeKey)).toBe(false)
      },
      () => now.add({ minutes: 1 }),
    )
    expect(went).toHaveLength(1)
  })

  test('a worker whose lease is over carries nothing that another one took', async () => {
    const keys = [await post(), await post()]
    const { reached: carrying, reach } = moment()
    const { reached: goOn, reach: letGo } = moment()
    const went: string[] = []
    const slow = sendDue(
      async (mail) => {
        went.push(mail.dedupeKey)
        reach()
        await goOn
      },
      () => now.add({ minutes: 1 }),
    )
    await carrying
    await sendDue(
      (mail) => Promise.resolve(void went.push(mail.dedupeKey)),
      () => now.add({ minutes: 4 }),
    )
    letGo()
    await slow
    // The one that was on its way went twice, which cannot be helped; the other one once.
    expect(went.filter((one) => one === went[0])).toHaveLength(2)
    expect(went).toHaveLength(3)
    expect(new Set(went)).toEqual(new Set(keys))
  })

  test('gives up on a mail that ends its worker every time', async () => {
    const poison = await post()
    for (let turn = 1; turn <= 12; turn++) {
      const { reached: carried, reach } = moment()
      const sending = sendDue(
        () => {
          reach()
          return new Promise(() => undefined)
        },
        () => now.add({ minutes: turn * 3 }),
      )
      await Promise.race([carried, sending])
    }
    expect(await rowOf(poison)).toMatchObject({ state: 'failed', attempts: 11 })
  })
})
