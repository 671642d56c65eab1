import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import { auditEvent } from '@/db/schema'
import { eq } from 'drizzle-orm'
import { packed, unpacked } from '@/lib/domain/kit/pack'
import { NotFound } from '@/lib/domain/result/result'
import { revealCode, saveDoor } from './door'
import { kitOf } from './kit'
import { keepTaps } from './live'
import { keepSnippet } from './snippet'

const now = Temporal.Instant.from('2026-05-14T06:00:00Z')
const wall = (text: string) => Temporal.PlainDateTime.from(text)

async function dayAhead() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household, { stageKey: 'C3', enteredOn: Temporal.PlainDate.from('2026-05-12') })
  const visitId = await makeVisit(world, household, { localStart: wall('2026-05-14T10:15') })
  await makeVisit(world, household, { localStart: wall('2026-05-15T10:15') })
  const words = { parking: 'Behind the house', exits: '', hiding: '', bring: '', know: '' }
  const door = { clientId: household.clientId, version: 0, ...words, code: '4711#', forget: false }
  await saveDoor(world.boss, door)
  return { world, household, visitId }
}

test('a consultant takes along the homes of today: door, note and plans, and it comes out as it was', async () => {
  const { world, visitId } = await dayAhead()
  const kit = await kitOf(world.consultant, now)
  expect(kit.visits).toMatchObject([
    {
      ...{ door: { id: visitId, parking: 'Behind the house', isToday: true }, code: null },
      ...{ note: { visitId, version: 0, mayWrite: true } },
      animals: [{ visitId, standing: { stageKey: 'C3' } }],
      photos: { consent: { pictures: false, films: false, ask: true }, animals: [{ name: 'Moth' }] },
    },
  ])
  const back = unpacked(JSON.parse(JSON.stringify(packed(kit)))) as typeof kit
  expect(back.day.equals(kit.day)).toBe(true)
  expect(JSON.stringify(packed(back))).toBe(JSON.stringify(packed(kit)))
})

test('whom to watch live goes along, with what was begun, and the words of the practice', async () => {
  const { world, household, visitId } = await dayAhead()
  const { animalId } = household
  await keepSnippet(world.boss, { name: 'Calm', field: 'seen', body: 'Stayed loose.' }, now)
  const start = {
    id: randomUUID(),
    device: 'phone',
    counter: 0,
    at: now.epochMilliseconds,
    what: 'start' as const,
  }
  const taps = { observationId: randomUUID(), visitId, animalId, events: [start] }
  await keepTaps(world.consultant, taps, now)
  const { visits, snippets } = await kitOf(world.consultant, now)
  expect(visits[0]?.watched).toMatchObject([
    {
      ...{ id: animalId, species: 'cat', stage: { key: 'C3' } },
      begun: { observationId: taps.observationId, events: [start] },
    },
  ])
  expect(snippets).toMatchObject([{ name: 'Calm', body: 'Stayed loose.' }])
})

test('a code goes along only where this person had it shown today, and that stands in the audit', async () => {
  const { world, visitId } = await dayAhead()
  const codes = async (at: Temporal.Instant) =>
    (await kitOf(world.consultant, at)).visits.map(({ code }) => code)
  await revealCode(world.boss, { visitId }, now)
  expect(await codes(now)).toEqual([null])
  await revealCode(world.consultant, { visitId }, now)
  expect(await codes(Temporal.Now.instant())).toEqual([])
  expect(await codes(now)).toEqual(['4711#'])
  const shown = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .select({ verb: auditEvent.verb })
      .from(auditEvent)
      .where(eq(auditEvent.userId, world.consultant.userId)),
  )
  expect(shown.filter(({ verb }) => verb === 'reveal')).toHaveLength(2)
  expect(shown.filter(({ verb }) => verb === 'takeAlong')).toHaveLength(2)
})

test('nobody takes along a day that is not theirs', async () => {
  const { world, household } = await dayAhead()
  expect((await kitOf(world.boss, now)).visits).toEqual([])
  await expect(kitOf(world.assistant, now)).rejects.toThrow(NotFound)
  await expect(kitOf(household.guardian, now)).rejects.toThrow(NotFound)
  expect((await kitOf((await makeWorld()).consultant, now)).visits).toEqual([])
})
