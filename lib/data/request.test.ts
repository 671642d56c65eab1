import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { client, member, outbox, service, visit, visitRequest } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { bookVisit } from './booking'
import { askForVisit, askPageOf, requestsOfHousehold, withdrawRequest } from './request'
import { approveRequest, declineRequest, openRequests } from './request-answer'
import { chooseInstead } from './request-lost'
import { undoableOf, undoVisitChange } from './visit-undo'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')

beforeAll(() => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
})

const asSystem = <T>({ practiceId }: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId, role: 'system' }, run)

/** Two homes in one town, and a service that owners may ask for a day ahead. */
async function ground() {
  const world = await makeWorld()
  const one = await makeHousehold(world)
  const two = await makeHousehold(world, { name: 'O’Neill', animal: 'Pfeffer' })
  await asSystem(world, async (tx) => {
    await tx
      .update(service)
      .set({ ownerMayBook: true, noticeHours: 24, horizonDays: 60 })
      .where(eq(service.id, world.serviceId))
    for (const [n, home] of [one, two].entries())
      await tx
        .update(client)
        .set({ lat: 47.07 + n * 0.03, lng: 15.44 })
        .where(eq(client.id, home.clientId))
  })
  const ask = (home: Household, times: string[], words = '') =>
    askForVisit(home.guardian, { serviceId: world.serviceId, animalIds: [home.animalId], times, words }, now)
  const at = (wall: string) => `${wall}/${world.consultant.memberId}`
  const asked = async (home: Household, times: string[], words = '') => {
    const result = await ask(home, times, words)
    if (!result.ok) throw new Error(result.reason)
    return { id: result.value.requestId, version: 1 }
  }
  const mails = () =>
    inTransaction({ purpose: 'outbox' }, (tx) =>
      tx
        .select({ to: outbox.toAddress, kind: outbox.kind, state: outbox.state, text: outbox.bodyText })
        .from(outbox)
        .where(eq(outbox.practiceId, world.practiceId)),
    )
  const stateOf = (id: string) =>
    asSystem(world, (tx) =>
      tx
        .select({ state: visitRequest.state, visitId: visitRequest.visitId })
        .from(visitRequest)
        .where(eq(visitRequest.id, id)),
    ).then(([row]) => row)
  return { world, one, two, ask, asked, at, mails, stateOf }
}

describe('asking for a visit', () => {
  it('shows times that fit with their consultant, and not a word of whom is visited besides', async () => {
    const { world, one, two } = await ground()
    const { consultant, serviceId } = world
    await bookVisit(
      consultant,
      {
        ...{ clientId: two.clientId, animalIds: [two.animalId], serviceId, message: '' },
        ...{ consultantId: consultant.memberId, day: '2026-05-13', time: '10:00' },
      },
      now,
    )
    const page = await askPageOf(one.guardian, undefined, now)
    expect(page.services).toEqual([{ id: serviceId, name: 'Home visit', minutes: 60, place: 'home' }])
    expect(page.offers.length).toBeGreaterThan(3)
    for (const { value, detail } of page.offers) {
      expect(value).toMatch(/^2026-05-\d\dT\d\d:\d\d\/[0-9a-f-]{36}$/)
      expect(detail).toMatch(/^(Fits .+’s day well|Possible with .+)$/)
    }
    expect(JSON.stringify(page)).not.toContain('Neill')
    // A day of notice.
    expect(page.offers.every(({ value }) => value >= '2026-05-12T08:00')).toBe(true)
  })

  it('offers nothing of services that only the practice books', async () => {
    const { world, one, ask, at } = await ground()
    await asSystem(world, (tx) =>
      tx.update(service).set({ ownerMayBook: false }).where(eq(service.id, world.serviceId)),
    )
    expect(await askPageOf(one.guardian, world.serviceId, now)).toMatchObject({
      ...{ services: [], offers: [], serviceId: null },
    })
    expect(await ask(one, [at('2026-05-14T10:00')])).toMatchObject({ reason: 'request.refused.service' })
  })

  it('tells whose time was asked for, once, and a practice owner where it was asked in words', async () => {
    const { world, one, ask, at, mails } = await ground()
    const first = await ask(one, [at('2026-05-14T10:00'), at('2026-05-15T10:00')])
    expect(await ask(one, [at('2026-05-14T10:00'), at('2026-05-15T10:00')])).toEqual(first)
    await ask(one, [], 'Any Tuesday 🐈')
    const told = await mails()
    expect(told.map(({ to }) => to).toSorted()).toEqual(
      [
        await addressOf(world, world.consultant.memberId),
        await addressOf(world, world.boss.memberId),
      ].toSorted(),
    )
    expect(told.find(({ text }) => text.includes('Any Tuesday 🐈'))).toBeDefined()
  })

  it('refuses nothing at all, too many times, times out of reach, and a fourth that waits', async () => {
    const { world, one, ask, at } = await ground()
    expect(await ask(one, [])).toMatchObject({ fields: { times: 'request.chooseOrSay' } })
    const four = ['12', '13', '14', '15'].map((day) => at(`2026-05-${day}T12:00`))
    expect(await ask(one, four)).toMatchObject({ fields: { times: 'request.atMostThree' } })
    for (const out of ['2026-05-11T12:00', '2026-09-01T10:00'])
      expect(await ask(one, [at(out)])).toMatchObject({ reason: 'request.refused.notATime' })
    const assistant = `2026-05-14T10:00/${world.assistant.memberId}`
    expect(await ask(one, [assistant])).toMatchObject({ reason: 'request.refused.notATime' })
    const several = ['a', 'b', 'c', 'd', 'e', 'f'].map((words) => ask(one, [], words))
    const answers = await Promise.all(several)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  })

  it('knows nobody else’s animals and requests', async () => {
    const { world, one, two, asked } = await ground()
    const request = await asked(one, [], 'Mornings')
    const { serviceId } = world
    await expect(
      askForVisit(two.guardian, { serviceId, animalIds: [one.animalId], times: [], words: 'x' }, now),
    ).rejects.toThrow(NotFound)
    await expect(withdrawRequest(two.guardian, request, now)).rejects.toThrow(NotFound)
    expect(await requestsOfHousehold(two.guardian, now)).toEqual([])
  })
})

const addressOf = (world: World, memberId: string) =>
  asSystem(world, (tx) =>
    tx.select({ email: member.email }).from(member).where(eq(member.id, memberId)),
  ).then(([row]) => row?.email ?? '')

describe('answering a request', () => {
  it('books what was asked for with one tap, told like a booking, and needs no reason for the notice', async () => {
    const { world, one, asked, at, mails, stateOf } = await ground()
    const request = await asked(one, [at('2026-05-14T10:00')])
    expect(await openRequests(world.assistant)).toMatchObject({
      requests: [
        {
          ...{ id: request.id, household: 'Berger', animals: ['Moth'], words: '' },
          choices: [{ value: at('2026-05-14T10:00'), label: 'Thu 14 May, 10:00, Jonas Weiss' }],
        },
      ],
    })
    const evening = Temporal.Instant.from('2026-05-13T16:00:00Z')
    const result = await approveRequest(
      world.consultant,
      { ...request, offer: at('2026-05-14T10:00') },
      evening,
    )
    if (!result.ok) throw new Error(result.reason)
    expect(await stateOf(request.id)).toEqual({ state: 'approved', visitId: result.value.visitId })
    expect((await mails()).filter(({ to }) => to === one.email).map(({ kind }) => kind)).toEqual([
      'visit_booking',
    ])
    expect(await openRequests(world.boss)).toMatchObject({ requests: [] })
    expect(
      await approveRequest(world.boss, { ...request, offer: at('2026-05-15T10:00') }, now),
    ).toMatchObject({
      reason: 'request.refused.answered',
    })
    // Undone before anybody heard of it, it waits again.
    const change = await undoableOf(world.boss, result.value.visitId, evening)
    expect(await undoVisitChange(world.boss, { id: change?.id ?? '' }, evening)).toMatchObject({ ok: true })
    expect(await stateOf(request.id)).toEqual({ state: 'open', visitId: null })
  })

  it('of two requests for one time lets one win; the other is told the next times, and takes one', async () => {
    const { world, one, two, asked, at, stateOf } = await ground()
    const first = await asked(one, [at('2026-05-14T10:00')])
    const second = await asked(two, [at('2026-05-14T10:00')])
    const answers = await Promise.all([
      approveRequest(world.consultant, { ...first, offer: at('2026-05-14T10:00') }, now),
      approveRequest(world.boss, { ...second, offer: at('2026-05-14T10:00') }, now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = answers[0].ok ? second : first
    const refusal = answers.find(({ ok }) => !ok)
    if (!refusal || refusal.ok) throw new Error('both won')
    expect(refusal.reason).toBe('visit.refused.taken')
    expect(await stateOf(lost.id)).toMatchObject({ state: 'open' })
    const offer = refusal.offers?.[0]?.value ?? ''
    expect(offer).toMatch(new RegExp(`/${world.consultant.memberId}$`))
    expect(await approveRequest(world.boss, { ...lost, offer }, now)).toMatchObject({ ok: true })
    const visits = await asSystem(world, (tx) =>
      tx.select().from(visit).where(eq(visit.practiceId, world.practiceId)),
    )
    expect(visits).toHaveLength(2)
  })

  it('gives who lost all their times the next ones, by mail and on their page, to ask for with one tap', async () => {
    const { world, one, two, asked, at, mails, stateOf } = await ground()
    const third = await makeHousehold(world, { name: 'Ito', animal: 'Mochi' })
    const first = await asked(one, [at('2026-05-14T10:00')])
    const second = await asked(two, [at('2026-05-14T10:30')])
    const both = await asked(third, [at('2026-05-14T10:00'), at('2026-05-15T10:00')])
    const toTwo = async () =>
      (await mails()).filter(({ to, kind }) => to === two.email && kind === 'request_lost')
    const won = await approveRequest(world.consultant, { ...first, offer: at('2026-05-14T10:00') }, now)
    const [lost] = await requestsOfHousehold(two.guardian, now)
    const instead = lost?.instead ?? []
    expect(instead.length).toBeGreaterThan(2)
    expect(instead.every(({ value }) => value >= '2026-05-12T10:00')).toBe(true)
    // Another of its times can still be had.
    expect(await requestsOfHousehold(third.guardian, now)).toMatchObject([{ id: both.id, instead: null }])
    const { requests } = await openRequests(world.boss)
    expect(new Map(requests.map(({ id, lost }) => [id, lost]))).toEqual(
      new Map([
        [second.id, true],
        [both.id, false],
      ]),
    )
    expect(await toTwo()).toMatchObject([{ state: 'queued' }])
    expect((await toTwo())[0]?.text).not.toContain('Berger')

    // Undone before anybody was told, it waits as it was.
    const undone = await undoableOf(world.boss, won.ok ? won.value.visitId : '', now)
    expect(await undoVisitChange(world.boss, { id: undone?.id ?? '' }, now)).toMatchObject({ ok: true })
    expect((await requestsOfHousehold(two.guardian, now))[0]?.instead).toBeNull()
    expect(await toTwo()).toMatchObject([{ state: 'cancelled' }])

    await approveRequest(world.consultant, { ...first, offer: at('2026-05-14T10:00') }, now)
    const [again] = await requestsOfHousehold(two.guardian, now)
    const key = { id: second.id, version: again?.version ?? 0 }
    const offer = again?.instead?.[0]?.value ?? ''
    const stale = { ...key, offer: at('2026-05-14T10:30') }
    expect(await chooseInstead(two.guardian, stale)).toMatchObject({ reason: 'request.refused.notATime' })
    await expect(chooseInstead(one.guardian, { ...key, offer })).rejects.toThrow(NotFound)
    expect(await chooseInstead(two.guardian, { ...key, offer })).toMatchObject({ ok: true })
    expect(await requestsOfHousehold(two.guardian, now)).toMatchObject([{ state: 'open', instead: null }])
    expect((await mails()).filter(({ kind }) => kind === 'request_asked')).toHaveLength(4)
    expect((await toTwo()).every(({ state }) => state === 'cancelled')).toBe(true)
    expect(await approveRequest(world.boss, { ...key, offer }, now)).toMatchObject({ ok: true })
    expect(await stateOf(second.id)).toMatchObject({ state: 'approved' })
  })

  it('approved, declined and taken back at once has one answer', async () => {
    const { world, one, asked, at, mails, stateOf } = await ground()
    const request = await asked(one, [at('2026-05-14T10:00')])
    const answers = await Promise.all([
      approveRequest(world.consultant, { ...request, offer: at('2026-05-14T10:00') }, now),
      approveRequest(world.boss, { ...request, offer: at('2026-05-14T10:00') }, now),
      declineRequest(world.assistant, { ...request, answer: 'Sorry.' }, now),
      withdrawRequest(one.guardian, request, now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { state } = (await stateOf(request.id)) ?? {}
    const told = (await mails()).filter(({ to }) => to === one.email)
    expect(told).toHaveLength(state === 'withdrawn' ? 0 : 1)
  })

  it('declines with a sentence the household reads', async () => {
    const { world, one, asked, mails } = await ground()
    const request = await asked(one, [], 'Sundays at six')
    const answer = 'On Sundays we rest. Would a Monday do?'
    expect(await declineRequest(world.assistant, { ...request, answer }, now)).toMatchObject({ ok: true })
    expect(await requestsOfHousehold(one.guardian, now)).toMatchObject([{ state: 'declined', answer }])
    expect((await mails()).find(({ to }) => to === one.email)?.text).toContain(answer)
    expect(await requestsOfHousehold(one.guardian, now.add({ hours: 24 * 15 }))).toEqual([])
  })

  it('is for those who work in this practice', async () => {
    const { one, asked, at } = await ground()
    const elsewhere = await makeWorld()
    const request = await asked(one, [at('2026-05-14T10:00')])
    await expect(
      approveRequest(elsewhere.boss, { ...request, offer: at('2026-05-14T10:00') }, now),
    ).rejects.toThrow(NotFound)
    await expect(declineRequest(elsewhere.boss, { ...request, answer: 'x' }, now)).rejects.toThrow(NotFound)
    await expect(openRequests(one.guardian)).rejects.toThrow(NotFound)
  })
})
