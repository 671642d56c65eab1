import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld } from '@/db/factories/world'
import { auditEvent, outbox, practice, service, visit } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { cancelOwnVisit, moveOwnVisit, ownVisitOf } from './request-visit'
import { restoreVisit } from './booking-change'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

/** A visit of the Bergers on 14 May at 10:00, and one of the O’Neills at 14:00. */
async function ground() {
  const world = await makeWorld()
  const { practiceId } = world
  const one = await makeHousehold(world)
  const two = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  const at = (time: string) => Temporal.PlainDateTime.from(`2026-05-14T${time}`)
  const id = await makeVisit(world, one, { localStart: at('10:00') })
  await makeVisit(world, two, { localStart: at('14:00') })
  const asSystem = <T>(run: Parameters<typeof inTransaction<T>>[1]) =>
    inTransaction({ practiceId, role: 'system' }, run)
  const row = () =>
    asSystem((tx) => tx.select().from(visit).where(eq(visit.id, id))).then(([its]) => {
      if (!its) throw new Error('gone')
      return its
    })
  const mails = () =>
    inTransaction({ purpose: 'outbox' }, (tx) =>
      tx
        .select({ kind: outbox.kind, to: outbox.toAddress, state: outbox.state })
        .from(outbox)
        .where(eq(outbox.practiceId, practiceId)),
    )
  const move = (offer: string, version = 1, moment = now) =>
    moveOwnVisit(one.guardian, { id, version, offer: `2026-05-${offer}` }, moment)
  const cancel = (version = 1, moment = now) =>
    cancelOwnVisit(one.guardian, { id, version, reason: 'Moth has a cold.' }, moment)
  return { world, one, two, id, asSystem, row, mails, move, cancel }
}

describe('a household’s own visit', () => {
  it('says what may be done until when, and offers times that tell nothing of others', async () => {
    const { one, id } = await ground()
    const page = await ownVisitOf(one.guardian, id, now)
    expect(page).toMatchObject({ may: 'change', hours: 24 })
    expect(page.changeableUntil.toString()).toBe('2026-05-13T08:00:00Z')
    expect(page.offers.length).toBeGreaterThan(3)
    expect(JSON.stringify(page)).not.toContain('Neill')
    const late = await ownVisitOf(one.guardian, id, Temporal.Instant.from('2026-05-13T09:00:00Z'))
    expect(late).toMatchObject({ may: 'call', offers: [] })
  })

  it('moves through the wall, is written down as the person’s, and tells both sides once', async () => {
    const { world, one, id, asSystem, row, mails, move } = await ground()
    expect(await move('15T09:00')).toMatchObject({ ok: true })
    expect(await move('15T11:00', 2)).toMatchObject({ ok: true })
    expect((await row()).localStart.toString()).toBe('2026-05-15T11:00:00')
    const told = await mails()
    expect(
      told
        .filter(({ state }) => state === 'queued')
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([...['visit_change', 'visit_moved_by_household']])
    expect(told.filter(({ state }) => state === 'cancelled')).toHaveLength(2)
    const events = await asSystem((tx) => tx.select().from(auditEvent).where(eq(auditEvent.nounId, id)))
    expect(events.map(({ verb, userId }) => ({ verb, userId }))).toEqual([
      { verb: 'move', userId: one.guardian.userId },
      { verb: 'move', userId: one.guardian.userId },
    ])
    expect(told.filter(({ to }) => to === one.email)).toHaveLength(2)
    expect(world.consultant.memberId).toBe((await row()).consultantId)
  })

  it('refuses what does not fit without a word on whoever is there, and times out of reach', async () => {
    const { world, asSystem, row, move } = await ground()
    const said = { ok: false, reason: 'request.refused.taken' }
    expect(await move('14T14:00')).toEqual(said)
    expect(await move('14T22:00')).toEqual(said)
    expect(await move('10T10:00')).toEqual(said)
    await asSystem((tx) =>
      tx.update(service).set({ noticeHours: 72, horizonDays: 7 }).where(eq(service.id, world.serviceId)),
    )
    expect(await move('13T10:00')).toEqual(said)
    expect(await move('25T10:00')).toEqual(said)
    expect((await row()).version).toBe(1)
  })

  it('is cancelled with the household’s words, tells nobody of what was moved before, and can be taken up', async () => {
    const { world, id, row, mails, move, cancel } = await ground()
    await move('15T09:00')
    expect(await cancel(2)).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'cancelled', cancelReason: 'Moth has a cold.' })
    const queued = (await mails()).filter(({ state }) => state === 'queued').map(({ kind }) => kind)
    expect(queued.toSorted()).toEqual(['visit_cancellation', 'visit_cancelled_by_household'])
    expect(await cancel(3)).toMatchObject({ reason: 'request.refused.over' })
    expect(await restoreVisit(world.consultant, { id, version: 3 }, now)).toMatchObject({ ok: true })
  })

  it('is the practice’s to change once it is too late, by the practice’s own hours', async () => {
    const { world, asSystem, move, cancel } = await ground()
    const hours = (ownerChangeHours: number) =>
      asSystem((tx) => tx.update(practice).set({ ownerChangeHours }).where(eq(practice.id, world.practiceId)))
    await hours(96)
    expect(await move('15T09:00')).toMatchObject({ reason: 'request.refused.late' })
    expect(await cancel()).toMatchObject({ reason: 'request.refused.late' })
    await hours(0)
    expect(await cancel(1, Temporal.Instant.from('2026-05-14T07:59:00Z'))).toMatchObject({ ok: true })
  })

  it('moved, cancelled and its new time booked at once leaves one answer and no clash', async () => {
    const { world, two, asSystem, move, cancel } = await ground()
    const [moved, cancelled, booked] = await Promise.all([
      move('15T09:00'),
      cancel(),
      bookVisit(
        world.boss,
        {
          ...{ clientId: two.clientId, animalIds: [two.animalId], serviceId: world.serviceId },
          ...{ consultantId: world.consultant.memberId, day: '2026-05-15', time: '09:10', message: '' },
        },
        now,
      ),
    ])
    expect([moved.ok, cancelled.ok].filter(Boolean)).toHaveLength(1)
    expect(moved.ok && booked.ok).toBe(false)
    const standing = await asSystem((tx) => tx.select().from(visit).where(eq(visit.status, 'booked')))
    expect(standing.filter(({ localStart }) => localStart.toString().startsWith('2026-05-15'))).toHaveLength(
      moved.ok || booked.ok ? 1 : 0,
    )
  })

  it('is nobody else’s', async () => {
    const { two, id } = await ground()
    await expect(ownVisitOf(two.guardian, id, now)).rejects.toThrow(NotFound)
    const strange = { id, version: 1 }
    await expect(moveOwnVisit(two.guardian, { ...strange, offer: '2026-05-15T09:00' }, now)).rejects.toThrow(
      NotFound,
    )
    await expect(cancelOwnVisit(two.guardian, { ...strange, reason: '' }, now)).rejects.toThrow(NotFound)
  })
})
