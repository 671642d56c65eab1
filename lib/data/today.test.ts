import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { note, session, visit, visitAnimal, vetFlag } from '@/db/schema'
import { emptyBody } from '@/lib/domain/note/schema'
import { NotFound } from '@/lib/domain/result/result'
import { serviceSchema } from '@/lib/domain/service/schema'
import { addService, editService, restoreService, retireService, servicesOf } from './service'
import { todayOf } from './today'
import { visitOf, visitsOfHousehold } from './visit'
import { arriveAtVisit, cancelVisit, leaveVisit, markNoShow } from './visit-press'

const now = Temporal.Instant.from('2026-05-14T07:58:00Z')
const day = (text: string) => Temporal.PlainDate.from(text)

let world: World
let stranger: World
beforeAll(async () => {
  process.env.NEXTAUTH_URL ??= 'http://localhost:4112'
  world = await makeWorld()
  stranger = await makeWorld()
})

const asSystem = <T>(of: World, run: Parameters<typeof inTransaction<T>>[1]) =>
  inTransaction({ practiceId: of.practiceId, role: 'system' }, run)

/** A visit of an hour that stands in the database, whatever the rules of booking say. */
async function put(of: World, home: Household, wall: string, more: Partial<typeof visit.$inferInsert> = {}) {
  const id = crypto.randomUUID()
  const localStart = Temporal.PlainDateTime.from(wall)
  const from = localStart.toZonedDateTime(of.zone).toInstant()
  const during = { from, until: from.add({ minutes: 60 }) }
  await asSystem(of, async (tx) => {
    await tx.insert(visit).values({
      id,
      practiceId: of.practiceId,
      clientId: home.clientId,
      serviceId: of.serviceId,
      consultantId: of.consultant.memberId,
      localStart,
      zone: of.zone,
      minutes: 60,
      place: 'home',
      during,
      blocked: during,
      ...more,
    })
    await tx.insert(visitAnimal).values({ practiceId: of.practiceId, visitId: id, animalId: home.animalId })
  })
  return id
}

async function trained(of: World, name: string, { stageKey = 'C3', enteredOn = day('2026-05-10') } = {}) {
  const home = await makeHousehold(of, { name, animal: name })
  return { ...home, planId: await makePlan(of, home, { stageKey, enteredOn }) }
}

type Trained = Awaited<ReturnType<typeof trained>>
const log = (of: World, home: Trained, on: string, more: Partial<typeof session.$inferInsert> = {}) =>
  asSystem(of, (tx) =>
    tx.insert(session).values({
      practiceId: of.practiceId,
      animalId: home.animalId,
      planId: home.planId,
      stageKey: 'C3',
      source: 'owner',
      recordedBy: of.consultant.userId,
      recordedByName: 'Lena',
      day: day(on),
      startedAt: Temporal.Instant.from(`${on}T16:00:00Z`),
      zone: of.zone,
      stress: 0,
      ...more,
    }),
  )

describe('today', () => {
  it('is the line of one day with stage and recommendation, and nobody else’s', async () => {
    const moth = await trained(world, 'Moth')
    await log(world, moth, '2026-05-13')
    const done = await put(world, moth, '2026-05-14T08:00', { status: 'done' })
    const next = await put(world, moth, '2026-05-14T10:15')
    await put(world, moth, '2026-05-15T00:00')
    await put(world, moth, '2026-05-14T13:00', { status: 'cancelled' })
    await put(world, moth, '2026-05-14T10:15', { consultantId: world.boss.memberId })
    const page = await todayOf(world.consultant, {}, now)
    expect(page.line.stops.map(({ visit: { id }, state }) => [id, state])).toEqual([
      [done, 'done'],
      [next, 'next'],
    ])
    expect(page.cancelled).toHaveLength(1)
    expect(page.standings.get(moth.animalId)?.stageKey).toBe('C3')
    expect(page.who.name).toBe('Jonas Weiss')
    expect((await todayOf(world.assistant, {}, now)).who.name).toBe('Ines Marek')
    expect((await todayOf(world.boss, { who: world.consultant.memberId }, now)).line.stops).toHaveLength(2)
    await expect(todayOf(moth.guardian, {}, now)).rejects.toThrow(NotFound)
    const theirs = await todayOf(stranger.consultant, { who: world.consultant.memberId }, now)
    expect(theirs).toMatchObject({ isNew: true, needs: [], notes: [] })
    expect(theirs.line.stops).toEqual([])
  })

  it('names who needs a person, each with its reason, the most pressing first', async () => {
    const here = await makeWorld()
    const animals: Record<string, Trained> = {}
    for (const name of ['Vet', 'Red', 'Silent', 'Calm', 'Colleague']) {
      const home = (animals[name] = await trained(here, name, { enteredOn: day('2026-04-01') }))
      await log(
        here,
        home,
        name === 'Silent' ? '2026-05-01' : '2026-05-12',
        name === 'Red' ? { stress: 4 } : {},
      )
      const consultantId = name === 'Colleague' ? here.boss.memberId : here.consultant.memberId
      await put(here, home, `2026-05-0${Object.keys(animals).length}T10:00`, { consultantId, status: 'done' })
    }
    for (const name of ['Vet', 'Colleague']) {
      const { animalId } = animals[name] as Trained
      await asSystem(here, (tx) =>
        tx.insert(vetFlag).values({ practiceId: here.practiceId, animalId, sign: 'limp_or_pain' }),
      )
    }
    const page = await todayOf(here.consultant, {}, now)
    expect(page.needs.map(({ name, reasons: [first] }) => `${name} ${first?.reason} ${first?.days}`)).toEqual(
      ['Red red 2', 'Vet vet null', 'Silent silent 13'],
    )
  })

  it('lists notes to sign, oldest first, begun or not, signed ones left out', async () => {
    const here = await makeWorld()
    const home = await trained(here, 'Wren')
    const [first, second, signed] = [
      await put(here, home, '2026-05-11T09:00', { status: 'done' }),
      await put(here, home, '2026-05-12T09:00', { status: 'arrived' }),
      await put(here, home, '2026-05-10T09:00', { status: 'done' }),
    ]
    await put(here, home, '2026-05-13T09:00', { status: 'no_show' })
    const draft = { practiceId: here.practiceId, authorId: here.consultant.memberId, body: emptyBody }
    await asSystem(here, (tx) =>
      tx.insert(note).values([
        { ...draft, visitId: second },
        {
          ...draft,
          visitId: signed,
          status: 'signed',
          signedAt: now,
          signedBy: here.consultant.memberId,
          signedZone: here.zone,
          contentHash: 'x',
        },
      ]),
    )
    const page = await todayOf(here.consultant, {}, now)
    expect(page.notes.map(({ id, begun }) => [id, begun])).toEqual([
      [first, false],
      [second, true],
    ])
  })

  it('asks five times, for one visit and for forty', async () => {
    const counts: number[] = []
    for (const many of [1, 40]) {
      const here = await makeWorld()
      for (let n = 0; n < many; n++) {
        const home = await trained(here, `Cat ${n}`)
        await log(here, home, '2026-05-13')
        await put(
          here,
          home,
          `2026-05-14T${String(Math.floor(n / 4) + 8).padStart(2, '0')}:${(n % 4) * 15 || '00'}`,
          {
            minutes: 10,
            status: 'cancelled',
          },
        )
      }
      const counted = countQueries()
      await todayOf(here.consultant, {}, now)
      counted.stop()
      counts.push(counted.statements.filter((one) => !/^(begin|commit|set)/i.test(one)).length)
    }
    expect(counts).toEqual([5, 5])
  })
})

describe('a visit', () => {
  it('is arrived at, left, and remembers both; the later of two tabs is told', async () => {
    const home = await trained(world, 'Tab')
    const id = await put(world, home, '2026-05-14T17:00', { consultantId: world.boss.memberId })
    expect(await leaveVisit(world.boss, { id, version: 1 }, now)).toMatchObject({
      reason: 'visit.refused.leave',
    })
    expect(await markNoShow(world.boss, { id, version: 1 }, now)).toMatchObject({
      reason: 'visit.refused.noShow',
    })
    const yesterday = now.subtract({ hours: 24 })
    expect(await arriveAtVisit(world.boss, { id, version: 1 }, yesterday)).toMatchObject({
      reason: 'visit.refused.tooEarly',
    })
    expect(await arriveAtVisit(world.boss, { id, version: 1 }, now)).toMatchObject({ ok: true })
    expect(await cancelVisit(world.assistant, { id, version: 1, reason: 'x' }, now)).toMatchObject({
      reason: 'errors.conflict',
      version: 2,
    })
    expect(await cancelVisit(world.assistant, { id, version: 2, reason: 'x' }, now)).toMatchObject({
      reason: 'visit.refused.cancel',
    })
    expect(await leaveVisit(world.boss, { id, version: 2 }, now)).toMatchObject({ ok: true })
    const page = await visitOf(world.assistant, id)
    expect(page).toMatchObject({ status: 'done', version: 3, household: { name: 'Tab' } })
    expect(page.arrivedAt?.equals(now) && page.leftAt?.equals(now)).toBe(true)
    expect(page.history.map(({ verb }) => verb)).toEqual(['arrive', 'leave'])
    await expect(visitOf(stranger.boss, id)).rejects.toThrow(NotFound)
    await expect(visitOf(home.guardian, id)).rejects.toThrow(NotFound)
    await expect(visitOf(world.boss, 'nonsense')).rejects.toThrow(NotFound)
  })

  it('is seen by its household and no other, next and past, with the summary once signed', async () => {
    const home = await trained(world, 'Home')
    const other = await trained(world, 'Elsewhere')
    const past = await put(world, home, '2026-05-02T09:00', {
      status: 'done',
      consultantId: world.boss.memberId,
    })
    const next = await put(world, home, '2026-05-20T09:00', { consultantId: world.boss.memberId })
    const off = await put(world, home, '2026-05-19T09:00', { status: 'cancelled' })
    const seen = await visitsOfHousehold(home.guardian, now)
    expect(seen.next?.id).toBe(next)
    expect(seen.ahead.map(({ id }) => id)).toEqual([off, next])
    expect(seen.past.map(({ id, summary }) => [id, summary])).toEqual([[past, false]])
    expect(seen.next?.animals.map(({ name }) => name)).toEqual(['Home'])
    expect((await visitsOfHousehold(other.guardian, now)).ahead).toEqual([])
    expect((await visitsOfHousehold(world.boss, now)).ahead).toEqual([])
  })
})

describe('services', () => {
  const fields = serviceSchema.parse({ name: 'Follow-up', minutes: '45', place: 'home' })
  it('are added, changed, retired and offered again by the practice owner only', async () => {
    const here = await makeWorld()
    const added = await addService(here.boss, fields)
    const id = added.ok ? added.value.id : ''
    expect(await addService(here.consultant, fields)).toMatchObject({ reason: 'errors.notAllowed' })
    expect(await editService(here.consultant, { id, version: 1, ...fields })).toMatchObject({
      reason: 'errors.notAllowed',
    })
    expect(await editService(here.boss, { id, version: 1, ...fields, minutes: 50 })).toMatchObject({
      ok: true,
    })
    expect(await editService(here.boss, { id, version: 1, ...fields })).toMatchObject({
      reason: 'errors.conflict',
      theirs: { minutes: '50' },
      version: 2,
    })
    await retireService(here.boss, { id }, now)
    expect((await servicesOf(here.assistant)).map(({ name, retired }) => [name, retired])).toEqual([
      ['Home visit', false],
      ['Follow-up', true],
    ])
    await restoreService(here.boss, { id })
    expect((await servicesOf(here.boss)).every(({ retired }) => !retired)).toBe(true)
    await expect(retireService(stranger.boss, { id }, now)).rejects.toThrow(NotFound)
  })
})
