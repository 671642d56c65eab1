import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import ical, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { GET } from '@/app/api/calendar/[token]/route'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { auditEvent, calendarFeed, client, contact, practice, visit, visitAnimal } from '@/db/schema'
import { viewerOfFeed } from '@/lib/auth/feed'
import type { FeedViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { asViewer } from './as-viewer'
import { bookVisit } from './booking'
import { moveVisit, restoreVisit } from './booking-change'
import { chooseForFeed, endFeed, feedOf, makeFeed } from './feed'
import { feedVisits } from './feed-visits'
import { cancelVisit } from './visit-press'

// A feed is read by the clock of the server, so these tests live today.
const now = Temporal.Now.instant()
const zone = 'Europe/Vienna'
const inDays = (days: number, time = '10:00') =>
  now.toZonedDateTimeISO(zone).toPlainDate().add({ days }).toPlainDateTime(time)

const value = <T>(answer: Result<T>): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

const ask = (token: string, headers: Record<string, string> = {}) =>
  GET(
    new Request('http://localhost:3000/api/calendar/x.ics', {
      headers: { 'x-doorstep-peer': `test ${randomUUID()}`, ...headers },
    }),
    { params: Promise.resolve({ token }) },
  )
const eventsOf = (file: string) =>
  Object.values(ical.sync.parseICS(file)).filter((part): part is VEvent => part?.type === 'VEVENT')

async function ground() {
  const world = await makeWorld({ zone })
  const household = await makeHousehold(world, { animal: 'Miso, "the bold"' })
  await asSystem(world, async (tx) => {
    await tx.update(practice).set({ baseLat: 47.07, baseLng: 15.44 }).where(eq(practice.id, world.practiceId))
    const home = { lat: 47.12, lng: 15.44, postcode: '8010', accessNotes: 'Code 4711' }
    await tx.update(client).set(home).where(eq(client.id, household.clientId))
    await tx.update(contact).set({ phone: '+43 1 234' }).where(eq(contact.id, household.contactId))
  })
  const { token } = value(await makeFeed(world.consultant, {}, now))
  const read = async () => eventsOf(await (await ask(`${token}.ics`)).text())
  return { world, household, token, read }
}

describe('a feed', () => {
  it('tells the least: animals, a side of town, the time; the rest only where it was ticked', async () => {
    const { world, household, token, read } = await ground()
    const visitId = await makeVisit(world, household, { localStart: inDays(3) })
    await asSystem(world, (tx) =>
      tx.execute(sql`update app.visit set blocked = tstzrange(lower(during) - interval '20 minutes', upper(during))
        where id = ${visitId}`),
    )
    const [event, ...others] = await read()
    expect(others).toEqual([])
    expect(event).toMatchObject({
      uid: `visit-${visitId}@doorstep`,
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
    })
    expect(event?.summary).toBe('Visit – Miso, "the bold", north side')
    expect(event?.start.getTime()).toBe(inDays(3).toZonedDateTime(zone).epochMilliseconds)
    const least = await (await ask(token)).text()
    for (const secret of ['Berger', 'Kiln Row', '8010', '+43', '4711']) expect(least).not.toContain(secret)

    value(await chooseForFeed(world.consultant, { details: true, travel: true }))
    const [way, full] = await read()
    expect(full?.summary).toBe('Home visit – Miso, "the bold" (Berger)')
    expect(full?.location).toBe('Kiln Row 9, 8010 Graz')
    expect(full?.description).toMatch(/^Lena Berger, \+43 1 234\nOpen in Doorstep: http/)
    expect(way).toMatchObject({ uid: `way-${visitId}@doorstep` })
    expect(Number(full?.start) - Number(way?.start)).toBe(20 * 60_000)
    expect(await (await ask(token)).text()).not.toContain('4711')
  })

  it('keeps one name for a visit, rises with every change, and says what was cancelled for thirty days', async () => {
    const { world, household, read } = await ground()
    const { consultant, serviceId } = world
    const start = inDays(5)
    const input = {
      ...{ clientId: household.clientId, animalIds: [household.animalId], serviceId, message: '' },
      ...{ consultantId: consultant.memberId, day: start.toPlainDate().toString(), time: '10:00' },
    }
    const seen: { uid: string; sequence: number; status: string | undefined }[] = []
    const look = async () => {
      const [event] = await read()
      if (event) seen.push({ uid: event.uid, sequence: Number(event.sequence), status: event.status })
      return event
    }
    const { visitId } = value(await bookVisit(consultant, { ...input, offer: undefined }, now))
    await look()
    value(
      await moveVisit(
        consultant,
        { ...input, id: visitId, version: 1, time: '14:00', offer: undefined },
        now,
      ),
    )
    const moved = await look()
    expect(moved?.start.getTime()).toBe(inDays(5, '14:00').toZonedDateTime(zone).epochMilliseconds)
    value(await cancelVisit(consultant, { id: visitId, version: 2, reason: 'Ill' }, now))
    const cancelled = await look()
    expect(cancelled?.summary).toMatch(/^Cancelled: Visit/)
    expect(cancelled?.transparency).toBe('TRANSPARENT')
    value(await restoreVisit(consultant, { id: visitId, version: 3 }, now))
    await look()
    expect(seen).toEqual(
      ['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CONFIRMED'].map((status, index) => ({
        ...{ uid: `visit-${visitId}@doorstep`, sequence: index + 1, status },
      })),
    )
    const cancelledAt = now.subtract({ hours: 24 * 31 })
    await asSystem(world, (tx) =>
      tx.update(visit).set({ status: 'cancelled', cancelledAt }).where(eq(visit.id, visitId)),
    )
    expect(await read()).toEqual([])
  })

  it('looks thirty days back and 180 ahead, at the visits of its own member', async () => {
    const { world, household, read } = await ground()
    for (const days of [-40, 190]) await makeVisit(world, household, { localStart: inDays(days) })
    await makeVisit(world, household, { localStart: inDays(2), consultant: world.boss })
    const mine = [await makeVisit(world, household, { localStart: inDays(-25), status: 'done' })]
    mine.push(await makeVisit(world, household, { localStart: inDays(170) }))
    expect((await read()).map(({ uid }) => uid)).toEqual(mine.map((id) => `visit-${id}@doorstep`))
  })

  it('answers unchanged as unchanged, and keeps to whoever asked', async () => {
    const { world, household, token } = await ground()
    const visitId = await makeVisit(world, household, { localStart: inDays(3) })
    const first = await ask(token)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('set-cookie')).toBeNull()
    for (const tag of [etag, `"other", W/${etag}`]) {
      const again = await ask(token, { 'if-none-match': tag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await asSystem(world, (tx) => tx.update(visit).set({ version: 2 }).where(eq(visit.id, visitId)))
    expect((await ask(token, { 'if-none-match': etag })).status).toBe(200)
  })

  it('is asked for thirty times a minute and no more', async () => {
    const { token } = await ground()
    const statuses = await Promise.all(Array.from({ length: 62 }, async () => (await ask(token)).status))
    expect(statuses).toContain(200)
    expect(statuses).toContain(429)
  })
})

describe('its address', () => {
  it('is kept as a hash, noted when read, and gone once it is made anew, ended, or its member left', async () => {
    const { world, household, token } = await ground()
    await makeVisit(world, household, { localStart: inDays(3) })
    expect(token).toMatch(/^cf_[\w-]{43}$/)
    expect(await feedOf(world.consultant)).toMatchObject({ prefix: token.slice(0, 7), lastReadAt: null })
    expect((await ask(token)).status).toBe(200)
    expect((await feedOf(world.consultant))?.lastReadAt).not.toBeNull()
    value(await chooseForFeed(world.consultant, { details: true, travel: false }))

    const { token: second } = value(await makeFeed(world.consultant, {}, now))
    expect((await ask(token)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
    expect(await feedOf(world.consultant)).toMatchObject({ details: true, travel: false })
    value(await endFeed(world.consultant))
    value(await endFeed(world.consultant))
    expect((await ask(second)).status).toBe(404)
    expect(await feedOf(world.consultant)).toBeNull()
    expect(await chooseForFeed(world.consultant, { details: true, travel: true })).toMatchObject({
      ok: false,
    })

    const { token: third } = value(await makeFeed(world.consultant, {}, now))
    const kept = await asSystem(world, async (tx) => [
      await tx.select().from(calendarFeed),
      await tx.select().from(auditEvent),
    ])
    for (const one of [token, second, third]) expect(JSON.stringify(kept)).not.toContain(one.slice(8))
    await asSystem(world, (tx) =>
      tx.execute(sql`update app.member set removed_at = now() where id = ${world.consultant.memberId}`),
    )
    expect((await ask(third)).status).toBe(404)
  })

  it('finds the same nothing for every other token', async () => {
    const { token } = await ground()
    const secret = Buffer.from(token.slice(3), 'base64url')
    const count = Number(process.env.FEED_GUESSES ?? 400)
    const guesses = Array.from({ length: count }, (_, index) => {
      if (index % 2) return `cf_${randomBytes(32).toString('base64url')}`
      const altered = Buffer.from(secret)
      const bit = index % 256
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return `cf_${altered.toString('base64url')}`
    })
    const odd = [
      '',
      'cf_',
      token.slice(0, -1),
      `${token}x`,
      token.toUpperCase(),
      token.replace('cf', 'sl'),
      '\0',
      '…',
    ]
    const answers = new Set<string>()
    for (const guess of [...guesses, ...odd]) {
      const answer = await ask(guess)
      answers.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toMatch(/^\[404,/)
    expect((await ask(token)).status).toBe(200)
  })

  it('finds nothing any more for a network that tried too many', async () => {
    const { token } = await ground()
    const from = { 'x-doorstep-peer': `guesser ${randomUUID()}` }
    for (let guess = 0; guess < 61; guess++) await ask(`cf_${randomBytes(32).toString('base64url')}`, from)
    expect((await ask(token, from)).status).toBe(404)
    expect((await ask(token)).status).toBe(200)
  })
})

describe('whoever reads it', () => {
  const rowsSeen = async (viewer: FeedViewer) => {
    const tables = await inTransaction({}, (tx) =>
      tx.execute<{ name: string }>(sql`select c.relname as name from pg_class c join pg_attribute a
        on a.attrelid = c.oid and a.attname = 'practice_id' where c.relnamespace = 'app'::regnamespace
          and c.relkind = 'r'`),
    )
    return asViewer(viewer, async (tx) => {
      const seen: Record<string, number> = {}
      for (const { name } of tables) {
        const [row] = await tx.execute<{ n: number }>(
          sql`select count(*)::int as n from ${sql.join([sql`app.`, sql.raw(`"${name}"`)])}`,
        )
        if (row && row.n > 0) seen[name] = row.n
      }
      return seen
    })
  }

  it('sees one member’s visits and what hangs on them, in the database too', async () => {
    const { world, household, token } = await ground()
    const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
    await makeVisit(world, household, { localStart: inDays(3) })
    await makeVisit(world, other, { localStart: inDays(3), consultant: world.boss })
    const viewer = await viewerOfFeed(token)
    if (!viewer) throw new Error('the feed is not open')
    expect(await rowsSeen(viewer)).toEqual({
      visit: 1,
      visit_animal: 1,
      animal: 1,
      client: 1,
      contact: 1,
      service: 1,
    })
    for (const write of [
      sql`delete from app.visit_animal`,
      sql`update app.visit set message = 'x'`,
      sql`insert into app.audit_event (practice_id, viewer_kind, verb, noun) values (${world.practiceId}, 'feed', 'x', 'x')`,
    ])
      await expect(asViewer(viewer, (tx) => tx.execute(write))).rejects.toMatchObject({
        cause: { code: '25006' },
      })
    await expect(
      inTransaction({ practiceId: world.practiceId, role: 'feed', memberId: viewer.memberId }, (tx) =>
        tx.insert(visitAnimal).values({
          practiceId: world.practiceId,
          visitId: randomUUID(),
          animalId: household.animalId,
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('is a member; an owner of an animal and a link have no feed', async () => {
    const { household } = await ground()
    const guardian = household.guardian
    await expect(feedOf(guardian)).rejects.toThrow(NotFound)
    await expect(makeFeed(guardian as unknown as MemberViewer, {}, now)).rejects.toThrow(NotFound)
  })
})

it('answers with 500 visits within its time', async () => {
  const { world, household, token } = await ground()
  const first = inDays(-28, '00:00')
  for (let batch = 0; batch < 10; batch++)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        makeVisit(world, household, { localStart: first.add({ hours: (batch * 50 + index) * 9 }) }),
      ),
    )
  const viewer = await viewerOfFeed(token)
  expect(viewer && (await feedVisits(viewer, now)).length).toBeGreaterThan(495)
  for (const all of [false, true]) {
    value(await chooseForFeed(world.consultant, { details: all, travel: all }))
    const times: number[] = []
    for (let turn = 0; turn < 7; turn++) {
      const began = performance.now()
      await (await ask(token)).text()
      times.push(performance.now() - began)
    }
    const middle = times.toSorted((a, b) => a - b)[3] ?? Infinity
    process.stderr.write(
      `a feed of 500 visits${all ? ' with all it may tell' : ''}: ${middle.toFixed(0)} ms\n`,
    )
    expect(middle).toBeLessThan(2_000)
  }
})
