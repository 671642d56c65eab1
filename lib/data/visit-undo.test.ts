import { and, asc, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { outbox, visit } from '@/db/schema'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { moveVisit, reassignVisit, restoreVisit } from './booking-change'
import { cancelVisit } from './visit-press'
import { undoableOf, undoVisitChange } from './visit-undo'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const later = (seconds: number) => now.add({ seconds })

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

/** A household with a visit on 14 May at 10:00, of which it was told or not. */
async function ground({ told = true } = {}) {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { practiceId } = world
  const booked = await bookVisit(
    world.consultant,
    {
      clientId: household.clientId,
      animalIds: [household.animalId],
      serviceId: world.serviceId,
      consultantId: world.consultant.memberId,
      ...{ day: '2026-05-14', time: '10:00', message: '' },
    },
    now,
  )
  if (!booked.ok) throw new Error(booked.reason)
  const id = booked.value.visitId
  const asMail = <T>(run: Parameters<typeof inTransaction<T>>[1]) => inTransaction({ purpose: 'outbox' }, run)
  const send = () =>
    asMail((tx) =>
      tx
        .update(outbox)
        .set({ state: 'sent' })
        .where(and(eq(outbox.practiceId, practiceId), eq(outbox.state, 'queued'))),
    )
  if (told) await send()
  const rowNow = async () => {
    const [row] = await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx.select().from(visit).where(eq(visit.id, id)),
    )
    if (!row) throw new Error('gone')
    return row
  }
  return {
    world,
    household,
    id,
    send,
    row: rowNow,
    /** What waits to be sent, by kind. */
    waiting: async () => {
      const rows = await asMail((tx) =>
        tx
          .select()
          .from(outbox)
          .where(and(eq(outbox.practiceId, practiceId), eq(outbox.state, 'queued')))
          .orderBy(asc(outbox.createdAt)),
      )
      return rows.map(({ kind }) => kind.replace('visit_', ''))
    },
    mails: () => asMail((tx) => tx.select().from(outbox).where(eq(outbox.practiceId, practiceId))),
    move: async (time: string, at = now, who: MemberViewer = world.consultant) =>
      moveVisit(who, { id, version: (await rowNow()).version, day: '2026-05-14', time }, at),
    cancel: async (at = now) =>
      cancelVisit(world.consultant, { id, version: (await rowNow()).version, reason: 'Ill' }, at),
    undo: async (at = later(60), who: MemberViewer = world.consultant) =>
      undoVisitChange(who, { id: (await undoableOf(who, id, now))?.id ?? crypto.randomUUID() }, at),
  }
}

describe('who is told', () => {
  it('is told three minutes later, and can be named until then', async () => {
    const { world, id, mails } = await ground({ told: false })
    const [mail] = await mails()
    expect(mail?.sendAfter.toString()).toBe('2026-05-11T06:03:00Z')
    expect(await undoableOf(world.boss, id, later(179))).toMatchObject({
      verb: 'booked',
      told: 'Lena Berger',
      until: later(180),
    })
    expect(await undoableOf(world.boss, id, later(180))).toBeNull()
  })

  it('moved twice is announced once, from the time that was known', async () => {
    const { move, waiting, mails } = await ground()
    await move('12:00')
    await move('14:00', later(30))
    expect(await waiting()).toEqual(['change'])
    const mail = (await mails()).find(({ state }) => state === 'queued')
    expect(mail?.bodyText).toContain('14:00')
    expect(mail?.bodyText).toContain('10:00')
    expect(mail?.bodyText).not.toContain('12:00')
    expect(mail?.attachmentName).toBe('visit.ics')
    expect(mail?.attachment?.toString('utf8')).toMatch(/DTSTART;TZID=Europe\/Vienna:20260514T140000/)
  })

  it('moved back is not announced at all, moved once more it is', async () => {
    const { move, waiting } = await ground()
    await move('12:00')
    await move('10:00', later(30))
    expect(await waiting()).toEqual([])
    await move('15:00', later(60))
    expect(await waiting()).toEqual(['change'])
  })

  it('booked and called off within the minutes is silent; booked and moved is one booking', async () => {
    const silent = await ground({ told: false })
    await silent.cancel(later(60))
    expect(await silent.waiting()).toEqual([])
    const moved = await ground({ told: false })
    await moved.move('13:00', later(60))
    expect(await moved.waiting()).toEqual(['booking'])
  })

  it('called off and taken up again is silent, unless it was told of in between', async () => {
    const { world, id, row, cancel, waiting, send } = await ground()
    const restore = async (at: Temporal.Instant) =>
      restoreVisit(world.consultant, { id, version: (await row()).version }, at)
    await cancel()
    expect(await waiting()).toEqual(['cancellation'])
    await restore(later(60))
    expect(await waiting()).toEqual([])
    await cancel(later(90))
    await send()
    await restore(later(600))
    expect(await waiting()).toEqual(['booking'])
  })

  it('hears who comes instead', async () => {
    const { world, id, mails, waiting } = await ground()
    await reassignVisit(world.boss, { id, version: 1, consultantId: world.boss.memberId }, now)
    expect(await waiting()).toEqual(['handOver'])
    const mail = (await mails()).find(({ state }) => state === 'queued')
    expect(mail?.bodyText).toContain('Ines Marek')
    expect(mail?.bodyText).toContain('Jonas Weiss')
  })
})

describe('undoing', () => {
  it('takes back a booking, a move, a hand-over and a calling off; nobody is told of any', async () => {
    const { world, id, row, move, cancel, undo, waiting } = await ground()
    const atTen = { status: 'booked', localStart: Temporal.PlainDateTime.from('2026-05-14T10:00') }
    await move('12:00')
    expect(await undo()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject(atTen)
    await reassignVisit(world.boss, { id, version: 3, consultantId: world.boss.memberId }, now)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ ...atTen, consultantId: world.consultant.memberId })
    await cancel()
    expect(await undo()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ ...atTen, cancelReason: null })
    expect(await waiting()).toEqual([])
    expect(await undoableOf(world.boss, id, later(60))).toBeNull()

    const fresh = await ground({ told: false })
    expect(await fresh.undo()).toMatchObject({ ok: true })
    expect((await fresh.row()).status).toBe('cancelled')
    expect(await fresh.waiting()).toEqual([])
  })

  it('takes back a taking up, with the reason it was called off for', async () => {
    const { world, id, row, cancel, undo, send, waiting } = await ground()
    await cancel()
    await send()
    await restoreVisit(world.consultant, { id, version: (await row()).version }, now)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'cancelled', cancelReason: 'Ill' })
    expect(await waiting()).toEqual([])
  })

  it('keeps the reason of a time that rules spoke against', async () => {
    const { world, id, row, undo } = await ground()
    const odd = { id, version: 1, day: '2026-05-14', time: '21:30', anyway: 'She works late' }
    expect(await moveVisit(world.consultant, odd, now)).toMatchObject({ ok: true })
    await moveVisit(world.consultant, { ...odd, version: 2, time: '11:00' }, later(10))
    expect((await row()).ruleReason).toBeNull()
    expect(await undo()).toMatchObject({ ok: true })
    expect((await row()).ruleReason).toBe('She works late')
  })

  it('is refused once the three minutes are over', async () => {
    const { move, undo, row, waiting } = await ground()
    await move('12:00')
    expect(await undo(later(180))).toMatchObject({ ok: false, reason: 'calendar.undo.late' })
    expect((await row()).localStart.toString()).toBe('2026-05-14T12:00:00')
    expect(await waiting()).toEqual(['change'])
  })

  it('meets the wall: a former time that somebody took meanwhile stays theirs', async () => {
    const { world, move, undo, row, waiting } = await ground()
    const other = await makeHousehold(world, { name: 'Ito', animal: 'Mochi' })
    await move('14:00')
    const taken = await bookVisit(
      world.boss,
      {
        clientId: other.clientId,
        animalIds: [other.animalId],
        serviceId: world.serviceId,
        consultantId: world.consultant.memberId,
        ...{ day: '2026-05-14', time: '10:15', message: '' },
      },
      later(20),
    )
    expect(taken).toMatchObject({ ok: true })
    expect(await undo()).toMatchObject({ ok: false, reason: 'calendar.undo.taken' })
    expect((await row()).localStart.toString()).toBe('2026-05-14T14:00:00')
    expect(await waiting()).toEqual(['change', 'booking'])
  })

  it('lets one win against another move, and against itself, ten times', async () => {
    for (let race = 0; race < 10; race++) {
      const { world, id, move, row, waiting } = await ground()
      await move('12:00')
      const change = await undoableOf(world.boss, id, now)
      const key = { id: change?.id ?? '' }
      const { version } = await row()
      const [undone, again, moved] = await Promise.all([
        undoVisitChange(world.consultant, key, later(10)),
        undoVisitChange(world.boss, key, later(10)),
        moveVisit(world.boss, { id, version, day: '2026-05-14', time: '15:00' }, later(10)),
      ])
      expect([undone, again, moved].filter(({ ok }) => ok)).toHaveLength(1)
      const time = (await row()).localStart.toPlainTime().toString()
      expect(time).toBe(moved.ok ? '15:00:00' : '10:00:00')
      expect(await waiting()).toEqual(moved.ok ? ['change'] : [])
    }
  }, 30_000)

  it('is the practice’s, of whoever works there', async () => {
    const { world, household, id, move } = await ground()
    await move('12:00')
    const key = { id: (await undoableOf(world.boss, id, now))?.id ?? '' }
    const stranger = await makeWorld()
    await expect(undoVisitChange(stranger.boss, key, now)).rejects.toThrow(NotFound)
    await expect(undoVisitChange(household.guardian as never, key, now)).rejects.toThrow(NotFound)
    expect(await undoableOf(stranger.boss, id, now)).toBeNull()
    expect(await undoableOf(household.guardian, id, now)).toBeNull()
    expect(await undoVisitChange(world.assistant, key, later(30))).toMatchObject({ ok: true })
  })
})
