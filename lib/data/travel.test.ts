import { eq } from 'drizzle-orm'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld, type World } from '@/db/factories/world'
import { client, drive, practice } from '@/db/schema'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import type { WeeklyHours } from '@/lib/domain/scheduling/working-time'
import { exceptionSchema, timeOffSchema } from '@/lib/domain/working/schema'
import { closePractice } from './closing-day'
import { findPlace } from './place'
import { schedulingContext } from './scheduling-context'
import { saveTravel, takeCalibration, travelSettings } from './travel'
import { learnRoutes } from './travel-routes'
import { arriveAtVisit, leaveVisit } from './visit-press'
import { addTimeOff, saveException, saveWeek } from './working-time'

const wall = (text: string) => Temporal.PlainDateTime.from(`2026-05-${text}`)
const at = (text: string) => wall(text).toZonedDateTime('Europe/Vienna').toInstant()

async function place(world: World, clientId: string, lat: number | null, more: object = {}) {
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    await tx
      .update(client)
      .set({ lat, lng: lat && 15.44, ...more })
      .where(eq(client.id, clientId))
  })
}

/** Two homes three kilometres apart in Graz, the practice between them. */
async function ground() {
  const world = await makeWorld()
  const [one, two] = [
    await makeHousehold(world),
    await makeHousehold(world, { name: 'Ito', animal: 'Mochi' }),
  ]
  await place(world, one.clientId, 47.07)
  await place(world, two.clientId, 47.1)
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, async (tx) => {
    await tx
      .update(practice)
      .set({ baseLat: 47.085, baseLng: 15.44 })
      .where(eq(practice.id, world.practiceId))
  })
  const drives = () =>
    inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) => tx.select().from(drive))
  return { world, one, two, drives }
}

describe('a drive', () => {
  it('is from leaving one home to arriving at the next, with nothing between, and not for ever', async () => {
    const { world, one, two, drives } = await ground()
    const { consultant } = world
    const first = await makeVisit(world, one, { localStart: wall('14T09:00') })
    const second = await makeVisit(world, two, { localStart: wall('14T10:30') })
    const third = await makeVisit(world, one, { localStart: wall('14T13:00') })
    const fourth = await makeVisit(world, two, { localStart: wall('14T18:00') })
    await arriveAtVisit(consultant, { id: first, version: 1 }, at('14T08:58'))
    expect(await drives()).toEqual([])
    await leaveVisit(consultant, { id: first, version: 2 }, at('14T10:04'))
    await arriveAtVisit(consultant, { id: second, version: 1 }, at('14T10:25'))
    expect(await drives()).toMatchObject([
      { fromClientId: one.clientId, toClientId: two.clientId, minutes: 21, toVisitId: second },
    ])
    await leaveVisit(consultant, { id: second, version: 2 }, at('14T11:30'))
    // A call, held somewhere on the way.
    await makeVisit(world, one, { localStart: wall('14T11:40') })
    await arriveAtVisit(consultant, { id: third, version: 1 }, at('14T13:00'))
    await leaveVisit(consultant, { id: third, version: 2 }, at('14T14:00'))
    await arriveAtVisit(consultant, { id: fourth, version: 1 }, at('14T17:58'))
    expect(await drives()).toHaveLength(1)
  })

  it('teaches the practice how its roads are, which one tap takes over', async () => {
    const { world, one, two } = await ground()
    const { practiceId, consultant, boss } = world
    for (let n = 0; n < 9; n++) {
      const toVisitId = await makeVisit(world, two, { localStart: wall(`${10 + n}T10:00`) })
      const way = { fromClientId: one.clientId, toClientId: two.clientId, consultantId: consultant.memberId }
      await inTransaction({ practiceId, role: 'system' }, async (tx) => {
        await tx
          .insert(drive)
          .values({ practiceId, toVisitId, ...way, minutes: 13, arrivedAt: at(`${10 + n}T10:00`) })
      })
    }
    const { learned, drives, version, roads } = await travelSettings(consultant)
    expect([drives, learned?.drives, roads.speed]).toEqual([9, 9, 28])
    // 3.34 km x 1.4 in ten minutes without parking.
    expect(learned?.roads).toMatchObject({
      circuity: 1.4,
      speed: expect.closeTo(28, 0) as unknown,
      parking: 3,
    })
    const taken = { version, circuity: 1.4, speed: 27.5 }
    expect(await takeCalibration(consultant, taken)).toMatchObject({ reason: 'errors.notAllowed' })
    expect(await takeCalibration(boss, taken)).toMatchObject({ ok: true })
    expect(await saveTravel(boss, { ...taken, base: null, parking: 5 })).toMatchObject({
      reason: 'errors.conflict',
      theirs: { base: '47.085, 15.44', parking: '3' },
    })
    expect((await travelSettings(boss)).roads).toEqual({ circuity: 1.4, speed: 27.5, parking: 3 })

    await makeVisit(world, one, { localStart: wall('20T09:00') })
    const context = await schedulingContext(boss, {
      from: at('20T00:00'),
      until: at('21T00:00'),
      clientId: two.clientId,
    })
    const from = { id: one.clientId, at: { lat: 47.07, lng: 15.44 } }
    const spot = context.home
    if (!spot) throw new Error('no home')
    expect(context.travel(from, spot, consultant.memberId)).toMatchObject({ minutes: 13, source: 'measured' })
    expect(context.travel(from, spot, boss.memberId)).toMatchObject({ source: 'estimate' })
  })
})

describe('what finding times needs to know', () => {
  it('is hours, closings, time off, visits and homes, whatever their number in four statements', async () => {
    const { world, one, two } = await ground()
    const { consultant, boss } = world
    const { memberId } = consultant
    const hours = {
      start: '09:00',
      end: '13:00',
      breaks: [],
      startPlace: 'home',
      endPlace: 'office',
    } as const
    const days: WeeklyHours = { 4: hours, 5: hours }
    await saveWeek(consultant, { memberId, version: 0, home: { lat: 47.05, lng: 15.44 }, days })
    const other = { works: 'on', start: '10:00', end: '16:00', startPlace: 'anywhere', endPlace: 'anywhere' }
    await saveException(consultant, exceptionSchema.parse({ memberId, day: '2026-05-16', hours: other }))
    await addTimeOff(consultant, timeOffSchema.parse({ memberId, firstDay: '2026-05-15' }))
    const closed = { firstDay: wall('17T00:00').toPlainDate(), lastDay: wall('18T00:00').toPlainDate() }
    await closePractice(boss, { ...closed, kind: 'closed', name: 'Fair' })
    const visitId = await makeVisit(world, one, { localStart: wall('14T10:00') })
    const span = { from: at('14T00:00'), until: at('19T00:00') }
    const context = await schedulingContext(consultant, {
      ...span,
      consultantIds: [memberId],
      clientId: two.clientId,
    })
    expect(context.consultants).toMatchObject([
      {
        id: memberId,
        places: { office: { at: { lat: 47.085 } }, home: { at: { lat: 47.05 } } },
        booked: [{ id: visitId, spot: { id: one.clientId, at: { lat: 47.07 }, rough: false } }],
      },
    ])
    expect(context.closings.map(({ day }) => String(day))).toEqual(['2026-05-17', '2026-05-18'])
    expect(context.households.get(visitId)).toBe('Berger')
    const rules = { notice: 0, horizon: null, grid: 15 } as const
    const wanted = { minutes: 60, setUp: 0, wrapUp: 0, spot: context.home, zone: world.zone, maxDrive: null }
    const window = { from: span.from.epochMilliseconds, until: span.until.epochMilliseconds }
    const now = at('13T08:00').epochMilliseconds
    const found = findSlots({ ...context, wanted, rules, window, now })
    const daysFound = [...new Set(found.map(({ day }) => day))].sort()
    expect(daysFound).toEqual(['2026-05-14', '2026-05-16'])
    expect(
      found.every(
        ({ end, start }) =>
          end <= at('14T10:00').epochMilliseconds || start >= at('14T11:00').epochMilliseconds,
      ),
    ).toBe(true)

    const everybody = await schedulingContext(boss, span)
    expect(everybody.consultants.map(({ id }) => id).sort()).toEqual([memberId, boss.memberId].sort())
  })

  it('takes the middle of the town for a home that says no place, roughly', async () => {
    const { world, two } = await ground()
    await place(world, two.clientId, null, { town: ' GRAZ ' })
    const span = { from: at('14T00:00'), until: at('15T00:00') }
    const { home } = await schedulingContext(world.boss, { ...span, clientId: two.clientId })
    expect(home).toMatchObject({ at: { lat: 47.07, lng: 15.44 }, rough: true })
    await place(world, two.clientId, null, { town: '' })
    expect((await schedulingContext(world.boss, { ...span, clientId: two.clientId })).home?.at).toEqual({
      lat: null,
      lng: null,
    })
  })
})

describe('servers outside', () => {
  let server: http.Server
  const asked: string[] = []
  afterEach(async () => {
    vi.unstubAllEnvs()
    asked.length = 0
    await new Promise((closed) => server.close(closed))
  })
  async function serve(body: (url: string) => unknown): Promise<string> {
    server = http.createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end(JSON.stringify(body(request.url ?? '')))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it('are asked once for a way, and what they said is used', async () => {
    const { world, one, two } = await ground()
    await makeVisit(world, one)
    vi.stubEnv(
      'OSRM_URL',
      await serve((url) => {
        const count = (name: string) =>
          new URL(url, 'http://x').searchParams.get(name)?.split(';').length ?? 0
        const table = (value: number) =>
          Array.from({ length: count('sources') }, () => Array<number>(count('destinations')).fill(value))
        return { code: 'Ok', durations: table(1200), distances: table(8000) }
      }),
    )
    const now = at('13T08:00')
    await learnRoutes(world.consultant, two.clientId, now)
    await learnRoutes(world.consultant, two.clientId, now)
    expect(asked).toHaveLength(2)
    const span = { from: at('14T00:00'), until: at('15T00:00') }
    const { home, travel } = await schedulingContext(world.boss, { ...span, clientId: two.clientId })
    const from = { id: one.clientId, at: { lat: 47.07, lng: 15.44 } }
    if (!home) throw new Error('no home')
    expect(travel(from, home, 'x')).toEqual({ minutes: 23, source: 'matrix', rough: false })
  })

  it('say where an address is, once', async () => {
    const { world, one } = await ground()
    const press = () => findPlace(world.consultant, { id: one.clientId }, at('13T08:00'))
    vi.stubEnv('GEOCODER_URL', await serve(() => [{ lat: '47.2', lon: '15.5', place_rank: 16 }]))
    expect(await press()).toMatchObject({ ok: true })
    expect(await press()).toMatchObject({ ok: true })
    expect(asked).toEqual(['/search?q=Kiln+Row+9%2C+Graz&format=jsonv2&limit=1'])
    const span = { from: at('14T00:00'), until: at('15T00:00') }
    const { home } = await schedulingContext(world.boss, { ...span, clientId: one.clientId })
    expect(home).toMatchObject({ at: { lat: 47.2, lng: 15.5 }, rough: true })
    vi.stubEnv('GEOCODER_URL', '')
    expect(await press()).toMatchObject({ reason: 'travel.place.noGeocoder' })
  })
})
