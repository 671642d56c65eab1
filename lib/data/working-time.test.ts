import { Temporal } from 'temporal-polyfill'
import { expect, it, describe } from 'vitest'
import { makeHousehold, makeVisit, makeWorld } from '@/db/factories/world'
import { NotFound } from '@/lib/domain/result/result'
import { closingListSchema, closingSchema } from '@/lib/domain/working/closings'
import { exceptionSchema, timeOffSchema, weekSchema } from '@/lib/domain/working/schema'
import { closeByList, closePractice, closingDaysOf, openPractice } from './closing-day'
import {
  addTimeOff,
  removeException,
  removeTimeOff,
  saveException,
  saveWeek,
  workingTimeOf,
} from './working-time'

const now = Temporal.Instant.from('2026-05-11T06:00:00Z')
const day = (more: object = {}) => ({
  ...{ works: 'on', start: '09:00', end: '17:00', startPlace: 'home', endPlace: 'anywhere' },
  breaks: [
    { start: '12:00', end: '12:45' },
    { start: '', end: '' },
  ],
  ...more,
})
const week = (memberId: string, version = 0) =>
  weekSchema.parse({
    ...{ memberId, version: String(version), home: '47.07, 15.43' },
    days: [day(), {}, day({ end: '13:00', breaks: [] }), {}, day(), {}, {}],
  })

describe('the ordinary week', () => {
  it('is the practice’s until somebody says otherwise, then as it was typed', async () => {
    const { consultant, boss } = await makeWorld()
    const before = await workingTimeOf(consultant, undefined, now)
    expect(before).toMatchObject({ memberId: consultant.memberId, version: 0, home: '', mayChange: true })
    expect(before.weekly[7]).toMatchObject({ start: '08:30', end: '18:30', startPlace: 'office' })
    expect(await saveWeek(consultant, week(consultant.memberId))).toMatchObject({ ok: true })
    const after = await workingTimeOf(boss, consultant.memberId, now)
    expect(after).toMatchObject({ version: 1, home: '47.07, 15.43', mayChange: true })
    expect(after.weekly).toEqual({
      1: {
        ...{ start: '09:00', end: '17:00', startPlace: 'home', endPlace: 'anywhere' },
        breaks: [{ start: '12:00', end: '12:45' }],
      },
      3: { start: '09:00', end: '13:00', startPlace: 'home', endPlace: 'anywhere', breaks: [] },
      5: expect.objectContaining({ start: '09:00' }) as unknown,
    })
  })

  it('is kept by oneself and the practice owner; the later of two tabs is told', async () => {
    const { consultant, boss, assistant } = await makeWorld()
    const { guardian } = await makeHousehold(await makeWorld())
    expect(await saveWeek(boss, week(consultant.memberId))).toMatchObject({ ok: true })
    expect(await saveWeek(consultant, week(consultant.memberId))).toMatchObject({
      reason: 'errors.conflict',
      version: 1,
    })
    expect(await saveWeek(consultant, week(boss.memberId))).toMatchObject({ reason: 'errors.notAllowed' })
    expect(await saveWeek(assistant, week(consultant.memberId))).toMatchObject({
      reason: 'errors.notAllowed',
    })
    await expect(saveWeek(boss, week(assistant.memberId))).rejects.toThrow(NotFound)
    await expect(workingTimeOf(guardian, undefined, now)).rejects.toThrow(NotFound)
    expect(await workingTimeOf(assistant, consultant.memberId, now)).toMatchObject({ mayChange: false })
  })
})

describe('dates that differ and time off', () => {
  it('replaces what was said of a date, and takes it back', async () => {
    const { consultant } = await makeWorld()
    const { memberId } = consultant
    const say = (hours: object) =>
      saveException(consultant, exceptionSchema.parse({ memberId, day: '2026-05-20', hours }))
    await say(day())
    await say({})
    const { exceptions } = await workingTimeOf(consultant, undefined, now)
    expect(exceptions).toMatchObject([{ hours: null }])
    expect(await removeException(consultant, { memberId, id: exceptions[0]?.id ?? '' })).toMatchObject({
      ok: true,
    })
    expect((await workingTimeOf(consultant, undefined, now)).exceptions).toEqual([])
  })

  it('is saved where visits are booked, and names them', async () => {
    const world = await makeWorld()
    const { consultant, boss } = world
    const household = await makeHousehold(world)
    const visitId = await makeVisit(world, household)
    await makeVisit(world, household, { localStart: Temporal.PlainDateTime.from('2026-05-15T09:00') })
    await makeVisit(world, household, { consultant: boss })
    const off = timeOffSchema.parse({
      ...{ memberId: consultant.memberId, firstDay: '2026-05-14', firstTime: '11:00', lastTime: '12:00' },
      reason: 'Dentist',
    })
    const made = await addTimeOff(consultant, off)
    const { timeOff } = await workingTimeOf(consultant, undefined, now)
    expect(timeOff).toMatchObject([
      { reason: 'Dentist', visits: [{ id: visitId, household: 'Berger', consultant: 'Jonas Weiss' }] },
    ])
    const id = made.ok ? made.value.id : ''
    expect(await removeTimeOff(consultant, { memberId: consultant.memberId, id })).toMatchObject({ ok: true })
    expect((await workingTimeOf(consultant, undefined, now)).timeOff).toEqual([])
  })
})

describe('closing days', () => {
  it('are the practice owner’s to set, singly or as a list, each once, with the visits booked then', async () => {
    const world = await makeWorld()
    const visitId = await makeVisit(world, await makeHousehold(world))
    const fair = closingSchema.parse({ firstDay: '2026-05-14', kind: 'closed', name: 'County fair' })
    expect(await closePractice(world.consultant, fair)).toMatchObject({ reason: 'errors.notAllowed' })
    await closePractice(world.boss, fair)
    const list = closingListSchema.parse({
      kind: 'holiday',
      list: '2026-12-25 Christmas Day\n\n24.12.2026 - 02.01.2027; Winter\n2026-05-14 County fair\n',
    })
    expect(await closeByList(world.boss, list)).toMatchObject({ ok: true })
    const closings = await closingDaysOf(world.assistant, now)
    expect(closings.map(({ name, kind }) => [name, kind])).toEqual([
      ['County fair', 'closed'],
      ['Winter', 'holiday'],
      ['Christmas Day', 'holiday'],
    ])
    expect(closings[0]?.visits).toMatchObject([{ id: visitId, consultant: 'Jonas Weiss' }])
    expect(await openPractice(world.boss, { id: closings[0]?.id ?? '' })).toMatchObject({ ok: true })
    expect(await closingDaysOf(world.boss, now)).toHaveLength(2)
  })

  it('names the lines of a list that cannot be read, and saves none of it', async () => {
    const { boss } = await makeWorld()
    const list = closingListSchema.parse({ kind: 'closed', list: '2026-12-25 Christmas\nsometime in June' })
    expect(await closeByList(boss, list)).toMatchObject({
      ok: false,
      values: { lines: '“sometime in June”' },
    })
    expect(await closingDaysOf(boss, now)).toEqual([])
  })
})
