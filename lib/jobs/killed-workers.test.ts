import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChild, workerProgram } from '@/db/cli/family'
import { closeDatabase, inTransaction, type Tx } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { outbox, visit } from '@/db/schema'
import { withTestDatabase } from '@/db/testing/test-database'
import { enqueue } from '@/lib/mail/outbox'
import { fakeSmtp, type Mood } from './fake-smtp'

// Two workers of the real kind, killed again and again while the server hangs up on them.
// The whole proof: MAIL_PROOF="5000 50" npx vitest run --config .vitest.config.ts --project data killed-workers
const [mails = 0, kills = 0] = (process.env.MAIL_PROOF ?? '160 6').split(' ').map(Number)

let drop: () => Promise<void>
beforeAll(async () => void ({ drop } = await withTestDatabase()))
afterAll(async () => {
  await closeDatabase()
  await drop()
})

const inOutbox = <T>(run: (tx: Tx) => Promise<T>) => inTransaction({ purpose: 'outbox' }, run)
const first = Temporal.PlainDateTime.from('2027-01-11T09:00')

/** Visits of one household, one after the other, each with a mail that is due. Says which visit each mail is about. */
async function remindersOf(world: World, home: Household): Promise<{ messageId: string; visitId: string }[]> {
  const { practiceId, zone, serviceId } = world
  for (let from = 0; from < mails; from += 500) {
    await inTransaction({ practiceId, role: 'system' }, async (tx) => {
      const rows = Array.from({ length: Math.min(500, mails - from) }, (_, n) => {
        const localStart = first.add({ minutes: 30 * (from + n) })
        const start = localStart.toZonedDateTime(zone).toInstant()
        const during = { from: start, until: start.add({ minutes: 20 }) }
        const place = { zone, minutes: 20, place: 'home' as const, during, blocked: during }
        const whose = { clientId: home.clientId, serviceId, consultantId: world.consultant.memberId }
        return { practiceId, ...whose, localStart, ...place }
      })
      const made = await tx
        .insert(visit)
        .values(rows)
        .returning({ visitId: visit.id, localStart: visit.localStart })
      const written = made.map(({ visitId, localStart }) => ({
        ...{ practiceId, kind: 'visit_booking', to: home.email, reader: { contactId: home.contactId } },
        letter: () => ({ subject: `Your visit ${visitId}`, text: 'x', html: 'x' }),
        dedupeKey: `proof:${visitId}`,
        says: [{ visitId, stands: true, start: localStart.toString() }],
      }))
      await enqueue(tx, ...written)
    })
  }
  const rows = await inOutbox((tx) =>
    tx.select({ messageId: outbox.messageId, key: outbox.dedupeKey }).from(outbox),
  )
  return rows.map(({ messageId, key }) => ({ messageId, visitId: key.slice('proof:'.length) }))
}

/** Calls visits off, or moves them; which of their mails were not on their way at that moment. */
const changeVisits = ({ practiceId }: World, ids: string[], n: number): Promise<string[]> =>
  inTransaction({ practiceId, role: 'system', purpose: 'outbox' }, async (tx) => {
    const change =
      n % 2 === 0
        ? { status: 'cancelled' as const, cancelledAt: Temporal.Now.instant(), cancelReason: 'ill' }
        : { localStart: sql`${visit.localStart} + interval '7 minutes'` }
    await tx
      .update(visit)
      .set(change)
      .where(and(eq(visit.practiceId, practiceId), inArray(visit.id, ids)))
    const keys = ids.map((id) => `proof:${id}`)
    const waiting = await tx
      .select({ messageId: outbox.messageId })
      .from(outbox)
      .where(
        and(
          inArray(outbox.dedupeKey, keys),
          inArray(outbox.state, ['queued', 'leased']),
          isNull(outbox.carriedAt),
        ),
      )
      .for('update')
    return waiting.map(({ messageId }) => messageId)
  })

/** As if the minutes between two tries were over, and with `leases` also those after which a lease is. */
const letTimePass = (leases: boolean) =>
  inOutbox(async (tx) => {
    const past = Temporal.Now.instant().subtract({ seconds: 1 })
    await tx.update(outbox).set({ sendAfter: past }).where(eq(outbox.state, 'queued'))
    if (leases) await tx.update(outbox).set({ leaseUntil: past }).where(eq(outbox.state, 'leased'))
  })

const stillToDo = () =>
  inOutbox(async (tx) => {
    const rows = await tx
      .select({ state: outbox.state, n: sql<number>`count(*)::int` })
      .from(outbox)
      .where(inArray(outbox.state, ['queued', 'leased']))
      .groupBy(outbox.state)
    const count = (which: string) => rows.find(({ state }) => state === which)?.n ?? 0
    return { queued: count('queued'), leased: count('leased') }
  })

const moods: Mood[] = ['drop before 250', 'keep and drop', 'drop after 250', 'refuse for now']
const moodNow = (): Mood => (randomInt(100) < 12 ? (moods[randomInt(moods.length)] ?? 'take') : 'take')

test(`${mails} mails, ${kills} workers killed, a server that hangs up: none lost, none twice without need, none about what changed`, async () => {
  const world = await makeWorld({ zone: 'UTC' })
  const reminders = await remindersOf(world, await makeHousehold(world))
  const tally = { turns: 0, unknown: 0, killed: 0 }
  const every = Math.max(2, Math.floor((mails * 0.8) / kills))
  let wakeUp: () => void = () => undefined
  const smtp = await fakeSmtp(() => {
    if (++tally.turns % every === 0) wakeUp()
    const mood = moodNow()
    if (mood === 'keep and drop') tally.unknown++
    return mood
  })

  const changed = new Set<string>()
  const silent = new Map<string, number>()
  const changeSome = async (n: number) => {
    const few = reminders.filter((_, at) => at % (kills * 5) === n)
    for (const { messageId } of few) changed.add(messageId)
    const ids = few.map(({ visitId }) => visitId)
    const before = await changeVisits(world, ids, n)
    for (const messageId of before) silent.set(messageId, smtp.received.length)
  }
  await changeSome(0)

  const hire = (): ChildProcess => startChild(workerProgram, { SMTP_URL: smtp.url }, 'ignore')
  const workers = [hire(), hire()]
  while (tally.killed < kills) {
    await Promise.race([new Promise<void>((resolve) => (wakeUp = resolve)), pause(4_000)])
    await pause(randomInt(30))
    if (tally.turns < every * (tally.killed + 1)) continue
    const at = randomInt(workers.length)
    workers[at]?.kill('SIGKILL')
    tally.killed++
    workers[at] = hire()
    await changeSome(tally.killed)
    await letTimePass(false)
  }
  for (let last = -1; ;) {
    await pause(1_000)
    const { queued, leased } = await stillToDo()
    if (queued + leased === 0) break
    // Leases that stand still are those of the dead.
    await letTimePass(queued === 0 && leased === last)
    last = leased
  }
  const ended = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
  for (const worker of workers) worker.kill('SIGTERM')
  await Promise.all(ended)
  await smtp.stop()

  const rows = await inOutbox((tx) => tx.select().from(outbox))
  const arrived = new Map<string, number[]>()
  smtp.received.forEach(({ mail }, at) => {
    const id = mail.messageId ?? ''
    arrived.set(id, [...(arrived.get(id) ?? []), at])
  })
  const states = (state: string) => rows.filter((row) => row.state === state)
  expect(rows).toHaveLength(mails)
  expect(states('sent').filter(({ messageId }) => !arrived.has(messageId))).toEqual([])
  expect(states('sent').length + states('cancelled').length).toBe(mails)
  expect(states('cancelled').every(({ droppedWhy }) => droppedWhy === 'visit_changed')).toBe(true)
  expect(states('cancelled').filter(({ messageId }) => !changed.has(messageId))).toEqual([])

  const late = [...silent].filter(([id, from]) => (arrived.get(id) ?? []).some((at) => at >= from))
  expect(late).toEqual([])
  expect(silent.size).toBeGreaterThan(0)

  const known = new Set(reminders.map(({ messageId }) => messageId))
  expect([...arrived.keys()].filter((id) => !known.has(id))).toEqual([])
  const twice = smtp.received.length - arrived.size
  // The window nobody can close: the server has it, and the worker died or the line broke before it knew.
  expect(twice).toBeLessThanOrEqual(tally.unknown + tally.killed)
  const went = `${states('sent').length} sent, ${states('cancelled').length} silent, ${twice} twice`
  process.stdout.write(`${mails} mails, ${tally.killed} kills, ${tally.turns} tries: ${went}\n`)
}, 1_800_000)
