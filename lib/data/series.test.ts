import { and, eq, ne } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { note, outbox, service, visit } from '@/db/schema'
import { emptyBody } from '@/lib/domain/note/schema'
import type { SeriesFields } from '@/lib/domain/series/schema'
import type { Result } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { moveVisit, restoreVisit } from './booking-change'
import { bookSeries, seriesPreview } from './series'
import { changeFollowing, endSeries } from './series-change'
import { seriesOf } from './series-page'
import { cancelVisit } from './visit-press'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

const idOf = (result: Result<{ visitId: string }>) => {
  if (!result.ok) throw new Error(`${result.reason} ${String(result.values?.list)}`)
  return result.value.visitId
}

/** "PUBLISH", and each visit of a file for calendars with its sequence. */
function entriesOf(file: Buffer | null): string[] {
  const text = file?.toString('utf8') ?? ''
  const found = (line: RegExp) => [...text.matchAll(line)].map(([, said = '']) => said)
  const sequences = found(/^SEQUENCE:(\d+)/gm)
  const ids = found(/^UID:visit-(.+)@doorstep/gm)
  return [...found(/^METHOD:(\w+)/gm), ...ids.map((id, nth) => `${id} ${sequences[nth] ?? ''}`)]
}

async function ground(zone = 'Europe/Vienna') {
  const world = await makeWorld({ zone })
  const [home, other] = [
    await makeHousehold(world),
    await makeHousehold(world, { name: 'Ito', animal: 'Miso' }),
  ]
  const who = { serviceId: world.serviceId, consultantId: world.consultant.memberId, message: '' }
  const asked = (more: Partial<SeriesFields> = {}): SeriesFields => ({
    ...who,
    ...{ clientId: home.clientId, animalIds: [home.animalId], day: '2026-05-14', time: '10:00', mends: {} },
    ...{ everyWeeks: 1, weekdays: [], count: 4, ...more },
  })
  const book = async (more: Partial<SeriesFields> = {}) => bookSeries(world.consultant, asked(more), now)
  const inTheWay = async (day: string, time: string) =>
    bookVisit(
      world.consultant,
      { ...who, clientId: other.clientId, animalIds: [other.animalId], day, time },
      now,
    )
  const rows = () =>
    inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.select().from(visit).where(eq(visit.clientId, home.clientId)).orderBy(visit.localStart),
    )
  /** "05-14 10:00", with what became of it. */
  const dates = async () =>
    (await rows()).map(({ localStart, status }) => {
      const when = localStart.toString({ smallestUnit: 'minute' }).slice(5).replace('T', ' ')
      return status === 'booked' ? when : `${when} ${status}`
    })
  const nth = async (n: number) => {
    const row = (await rows())[n]
    if (!row) throw new Error('no such visit')
    return row
  }
  const change = async (
    n: number,
    to: { day: string; time: string; consultantId?: string; serviceId?: string },
  ) => {
    const { id, version, serviceId, consultantId } = await nth(n)
    return changeFollowing(world.consultant, { id, version, serviceId, consultantId, ...to }, now)
  }
  const mails = async () =>
    inTransaction({ purpose: 'outbox' }, async (tx) => {
      const waiting = and(eq(outbox.toAddress, home.email), ne(outbox.state, 'cancelled'))
      const rows = await tx.select().from(outbox).where(waiting).orderBy(outbox.createdAt)
      return rows.map(({ kind, bodyText: text, attachment }) => ({
        kind,
        text,
        entries: entriesOf(attachment),
      }))
    })
  /** Three minutes later. */
  const sent = () =>
    inTransaction({ purpose: 'outbox' }, (tx) =>
      tx.update(outbox).set({ state: 'sent' }).where(eq(outbox.toAddress, home.email)),
    )
  return { world, home, asked, book, inTheWay, rows, dates, nth, change, mails, sent }
}

describe('a series', () => {
  it('shows every visit with what is in its way, and is booked all or nothing, mended', async () => {
    const { world, asked, book, inTheWay, dates, mails } = await ground()
    await inTheWay('2026-05-21', '10:30')
    await inTheWay('2026-05-28', '10:30')
    const preview = await seriesPreview(world.consultant, asked(), now)
    if (!preview.ok) throw new Error(preview.reason)
    expect(preview.value.map(({ day, stands }) => [day, stands])).toEqual([
      ['2026-05-14', 'fits'],
      ['2026-05-21', 'taken'],
      ['2026-05-28', 'taken'],
      ['2026-06-04', 'fits'],
    ])
    expect(preview.value[1]?.why).toBe('There is a visit to Ito then.')
    const refusal = await book()
    expect(refusal).toMatchObject({ ok: false, reason: 'series.refused.taken' })
    expect(!refusal.ok && refusal.values?.list).toContain('28 May')
    expect(await dates()).toEqual([])
    const instead = preview.value[1]?.instead[0]?.value ?? ''
    idOf(await book({ mends: { '2026-05-21': instead, '2026-05-28': 'skip' } }))
    expect(await dates()).toEqual(['05-14 10:00', instead.slice(5).replace('T', ' '), '06-04 10:00'])
    const told = await mails()
    expect(told.map(({ kind }) => kind)).toEqual(['series_booked'])
    expect(told[0]?.text).toContain('4 June 2026')
  })

  it('asks for a reason where a rule speaks against a visit, says when all is left out or over', async () => {
    const { book, dates } = await ground()
    const sunday = { day: '2026-05-14', time: '06:00', count: 2 }
    expect(await book(sunday)).toMatchObject({ reason: 'series.refused.sayWhy' })
    idOf(await book({ ...sunday, anyway: 'They only have the early hours' }))
    expect(await dates()).toEqual(['05-14 06:00', '05-21 06:00'])
    const skipped = { '2026-05-14': 'skip', '2026-05-21': 'skip' }
    expect(await book({ count: 2, mends: skipped })).toMatchObject({ reason: 'series.refused.empty' })
    expect(await book({ day: '2026-05-04' })).toMatchObject({ reason: 'series.refused.when' })
  })

  it.each([
    ['Europe/Vienna', '2026-10-20', ['07:00', '08:00']],
    ['America/New_York', '2026-10-27', ['13:00', '14:00']],
    ['America/Santiago', '2026-09-01', ['13:00', '12:00']],
    ['Australia/Lord_Howe', '2026-09-29', ['22:30', '22:00']],
  ])('keeps 09:00 at 09:00 in %s over a change of clocks', async (zone, day, hours) => {
    const { book, rows, change } = await ground(zone)
    idOf(await book({ day, time: '09:00', count: 2 }))
    const told = async () =>
      (await rows()).map(({ localStart, during }) => [
        localStart.toPlainTime().toString().slice(0, 5),
        during.from.toString().slice(11, 16),
      ])
    expect(await told()).toEqual(hours.map((utc) => ['09:00', utc]))
    idOf(await change(0, { day, time: '11:30' }))
    expect((await told()).map(([wall]) => wall)).toEqual(['11:30', '11:30'])
  })

  it('refuses an hour that the clocks skip, by its date, until another time is chosen', async () => {
    const { world, asked, book, dates } = await ground()
    const night = { day: '2027-03-21', time: '02:30', count: 2, anyway: 'A cat of the night' }
    const preview = await seriesPreview(world.consultant, asked(night), now)
    expect(preview.ok && preview.value[1]?.stands).toBe('taken')
    const refusal = await book(night)
    expect(refusal).toMatchObject({ reason: 'series.refused.when' })
    expect(!refusal.ok && refusal.values?.when).toContain('28 Mar')
    idOf(await book({ ...night, mends: { '2027-03-28': '2027-03-28T03:30' } }))
    expect(await dates()).toEqual(['03-21 02:30', '03-28 03:30'])
  })
})

describe('one of a series, or it and those that follow', () => {
  it('moves alone, and is left alone when the others move', async () => {
    const { world, book, dates, nth, change, mails, sent } = await ground()
    idOf(await book())
    await sent()
    const third = await nth(2)
    await moveVisit(world.boss, { id: third.id, version: 1, day: '2026-05-29', time: '15:00' }, now)
    await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
      await tx.insert(note).values({
        ...{ practiceId: world.practiceId, visitId: third.id },
        ...{ body: emptyBody, authorId: world.consultant.memberId },
      })
    })
    const second = await nth(1)
    idOf(await change(1, { day: '2026-05-22', time: '09:00' }))
    expect(await dates()).toEqual(['05-14 10:00', '05-22 09:00', '05-29 15:00', '06-05 09:00'])
    expect(await nth(2)).toMatchObject({ id: third.id, version: 2, ownWay: true })
    const kept = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.select().from(note),
    )
    expect(kept.map(({ visitId }) => visitId)).toEqual([third.id])
    expect((await mails()).map(({ kind }) => kind)).toEqual([
      'series_booked',
      'visit_change',
      'series_changed',
    ])
    expect((await seriesOf(world.boss, second.id)).visits.map(({ ownWay }) => ownWay)).toEqual([
      false,
      true,
      false,
    ])
    expect((await seriesOf(world.boss, (await nth(0)).id)).visits).toHaveLength(1)
  })

  it('goes to a colleague and another service from there on, or not at all', async () => {
    const { world, home, book, dates, nth, change, rows } = await ground()
    idOf(await book())
    const { memberId } = world.boss
    const [short] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx
        .insert(service)
        .values({ practiceId: world.practiceId, name: 'A call', minutes: 20, place: 'remote' })
        .returning({ id: service.id }),
    )
    const taken = await bookVisit(
      world.boss,
      {
        ...{ clientId: home.clientId, animalIds: [home.animalId], serviceId: world.serviceId, message: '' },
        ...{ consultantId: memberId, day: '2026-06-04', time: '10:15' },
      },
      now,
    )
    const there = { day: '2026-05-28', time: '10:00', consultantId: memberId, serviceId: short?.id ?? '' }
    const before = await rows()
    expect(await change(2, there)).toMatchObject({ reason: 'series.refused.taken' })
    expect(await rows()).toEqual(before)
    await cancelVisit(world.boss, { id: idOf(taken), version: 1, reason: 'Made room' }, now)
    idOf(await change(2, there))
    const after = (await rows()).filter(({ seriesId }) => seriesId)
    expect(
      after.map(({ consultantId, minutes, place }) => [consultantId === memberId, minutes, place]),
    ).toEqual([
      [false, 60, 'home'],
      [false, 60, 'home'],
      [true, 20, 'remote'],
      [true, 20, 'remote'],
    ])
    expect((await nth(0)).version).toBe(1)
    expect(await dates()).toContain('05-28 10:00')
  })

  it('is called off from there on; what was before stays, and one may be taken up again', async () => {
    const { world, book, rows, dates, nth, mails, sent } = await ground()
    idOf(await book())
    const ids = (await rows()).map(({ id }) => id)
    expect((await mails())[0]?.entries).toEqual(['PUBLISH', ...ids.map((id) => `${id} 1`)])
    await sent()
    const second = await nth(1)
    await cancelVisit(world.boss, { id: second.id, version: 1, reason: 'Holiday' }, now)
    const third = await nth(2)
    const stale = { id: third.id, version: 9, reason: 'x' }
    expect(await endSeries(world.consultant, stale, now)).toMatchObject({ reason: 'errors.conflict' })
    idOf(await endSeries(world.consultant, { ...stale, version: 1, reason: 'Moth walks' }, now))
    expect(await dates()).toEqual([
      '05-14 10:00',
      '05-21 10:00 cancelled',
      '05-28 10:00 cancelled',
      '06-04 10:00 cancelled',
    ])
    expect((await nth(1)).cancelReason).toBe('Holiday')
    const told = (await mails()).find(({ kind }) => kind === 'series_ended')
    expect(told?.text).toContain('Moth walks')
    expect(told?.text).not.toContain('21 May')
    expect(told?.entries).toEqual(['PUBLISH', ...ids.slice(2).map((id) => `${id} 2`)])
    expect(await restoreVisit(world.boss, { id: third.id, version: 2 }, now)).toMatchObject({ ok: true })
    expect((await dates())[2]).toBe('05-28 10:00')
  })

  it('is told once, as it came to stand, where it changes before anybody was told', async () => {
    const { world, book, nth, change, mails } = await ground()
    idOf(await book())
    idOf(await change(2, { day: '2026-05-29', time: '09:00' }))
    const last = await nth(3)
    const { id, version } = last
    idOf(await endSeries(world.consultant, { id, version, reason: 'Too many' }, now))
    const [told, ...more] = await mails()
    expect([told?.kind, more]).toEqual(['series_booked', []])
    expect(told?.text.match(/Visit \d: .*/g)).toHaveLength(3)
    const first = await nth(0)
    idOf(await endSeries(world.consultant, { id: first.id, version: first.version, reason: 'None' }, now))
  })

  it('is changed by one of two at once; the other hears that somebody was faster', async () => {
    const { world, book, nth, dates } = await ground()
    idOf(await book())
    const { id, version, serviceId, consultantId } = await nth(1)
    const to = (time: string) =>
      changeFollowing(world.boss, { id, version, serviceId, consultantId, day: '2026-05-21', time }, now)
    const answers = await Promise.all([to('09:00'), to('14:00')])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'errors.conflict' })
    expect(new Set((await dates()).slice(1).map((date) => date.slice(6))).size).toBe(1)
  })
})
