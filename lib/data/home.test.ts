import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { emptyBlock, emptyBody } from '@/lib/domain/note/schema'
import { NotFound } from '@/lib/domain/result/result'
import { assessmentsOf } from './assessment'
import { homeOf, loggedOf, logSheetOf, ownerPlanOf } from './home'
import { setHomework } from './homework'
import { saveDecisions, saveNote } from './note'
import { signNote } from './note-sign'
import { recordSession } from './session'

const now = Temporal.Instant.from('2026-05-14T16:00:00Z')
const log = (animalId: string, more: Record<string, unknown> = {}) =>
  ownerLogSchema.parse({
    id: randomUUID(),
    animalId,
    stress: '0',
    durationBand: '5_to_10min',
    food: 'quick',
    choice: 'came',
    ...more,
  })
const item = { exercise: 'Buckle', sentences: ['Harness on, dinner down.'], dose: 'Once', good: '', stop: '' }

async function atHome() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makePlan(world, household)
  return { world, household, ...household }
}
const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

test('one page holds homework, the way, the letter, the next visit; four statements for one animal and for three', async () => {
  const { world, household, animalId, guardian, clientId } = await atHome()
  value(await setHomework(world.consultant, { animalId, noteId: undefined, items: [item] }, now))
  value(await recordSession(guardian, log(animalId, { day: '2026-05-13', time: '18:00' }), now))
  await makeVisit(world, household, { localStart: Temporal.PlainDateTime.from('2026-05-21T10:15') })
  const [home, count] = await counted(() => homeOf(guardian, now))
  expect(home).toMatchObject({ zone: 'Europe/Vienna', practice: { name: 'Slow Door Cat Practice' } })
  expect(home.today.toString()).toBe('2026-05-14')
  expect(home.animals[0]).toMatchObject({ name: 'Moth', showScore: false, homework: [item], weeks: 1 })
  expect(home.animals[0]?.wins).toHaveLength(1)
  expect(home.animals[0]?.standing?.stageKey).toBe('C3')
  expect(home.next?.localStart.toString()).toBe('2026-05-21T10:15:00')

  const more = await Promise.all([another(world.practiceId, clientId), another(world.practiceId, clientId)])
  for (const id of more) await makePlan(world, { animalId: id })
  const [three, same] = await counted(() => homeOf(household.seenBy([animalId, ...more]), now))
  expect(three.animals).toHaveLength(3)
  expect(same).toBe(count)
  expect(count).toBe(4)
})

test('a visit that is over or cancelled is not the next one', async () => {
  const { world, household, guardian } = await atHome()
  await makeVisit(world, household, { localStart: Temporal.PlainDateTime.from('2026-05-13T10:15') })
  await makeVisit(world, household, {
    localStart: Temporal.PlainDateTime.from('2026-05-20T10:15'),
    status: 'cancelled',
  })
  expect((await homeOf(guardian, now)).next).toBeNull()
})

test('the letter comes with the signature, never before, and never what is kept inside', async () => {
  const { world, household, guardian, animalId } = await atHome()
  const visitId = await makeVisit(world, household, { status: 'arrived' })
  const body = { ...emptyBody, letter: 'You waited, and she came.' }
  const animals = [{ animalId, block: { ...emptyBlock, seen: 'Ate.' } }]
  value(
    await saveNote(world.consultant, { visitId, version: 0, body, internal: 'Loud neighbour', animals }, now),
  )
  const decisions = [{ animalId, decision: 'stay' as const, reason: '', pauseUntil: undefined, ticks: [] }]
  value(await saveDecisions(world.consultant, { visitId, version: 1, animals: decisions }, now))
  expect((await homeOf(guardian, now)).letter).toBeNull()
  const signed = { visitId, version: 2, read: true, animals: [{ animalId, homework: [item] }] }
  value(await signNote(world.consultant, signed, now))
  const home = await homeOf(guardian, now)
  expect(home.letter).toMatchObject({ visitId, words: body.letter, from: 'Jonas Weiss' })
  expect(JSON.stringify(home)).not.toContain('neighbour')
})

test('a log is kept once however often it is sent, changes the assessment, and the consultant reads it', async () => {
  const { world, animalId, guardian } = await atHome()
  const input = log(animalId, { events: 'escaped_gear', stress: '3' })
  const before = (await assessmentsOf(world.consultant, [animalId], now)).get(animalId)
  const [first, second] = await Promise.all([
    recordSession(guardian, input, now),
    recordSession(guardian, input, now),
  ])
  expect(value(first).sessionId).toBe(value(second).sessionId)
  const after = (await assessmentsOf(world.consultant, [animalId], now)).get(animalId)
  expect([before?.recommendation, after?.recommendation]).toEqual(['stay', 'pause'])
  const seen = await loggedOf(guardian, value(first).sessionId, now)
  expect(seen.session).toMatchObject({ source: 'owner', kind: 'red', recordedByName: 'Lena Berger' })
  expect(seen.standing?.recommendation).toBe('pause')
  const stored = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .select({ cause: schema.assessment.cause })
      .from(schema.assessment)
      .where(eq(schema.assessment.animalId, animalId)),
  )
  expect(stored).toEqual([{ cause: 'log' }])
})

test('a late log belongs to its day; more than seven days back is refused at the field', async () => {
  const { animalId, guardian } = await atHome()
  const late = value(await recordSession(guardian, log(animalId, { day: '2026-05-10', time: '07:30' }), now))
  const { session } = await loggedOf(guardian, late.sessionId, now)
  expect([session.day.toString(), session.late]).toEqual(['2026-05-10', true])
  expect(await recordSession(guardian, log(animalId, { day: '2026-05-06' }), now)).toMatchObject({
    ok: false,
    fields: { day: 'session.tooLongAgo' },
  })
})

test('nobody logs for an archived animal, nor for one of another house', async () => {
  const { world, animalId, guardian } = await atHome()
  const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
  await makePlan(world, other)
  await expect(recordSession(guardian, log(other.animalId), now)).rejects.toThrow(NotFound)
  await expect(logSheetOf(guardian, other.animalId, now)).rejects.toThrow(NotFound)
  await expect(ownerPlanOf(guardian, other.animalId, now)).rejects.toThrow(NotFound)
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .update(schema.animal)
      .set({ archivedAt: now })
      .where(and(eq(schema.animal.practiceId, world.practiceId), eq(schema.animal.id, animalId))),
  )
  await expect(recordSession(guardian, log(animalId), now)).rejects.toThrow(NotFound)
  await expect(logSheetOf(guardian, animalId, now)).rejects.toThrow(NotFound)
  expect((await homeOf(guardian, now)).animals).toEqual([])
})

test('members have no home; a household without an animal has one', async () => {
  const { world, household } = await atHome()
  await expect(homeOf(world.boss, now)).rejects.toThrow(NotFound)
  await expect(logSheetOf(world.consultant, undefined, now)).rejects.toThrow(NotFound)
  expect(await logSheetOf(household.seenBy([]), undefined, now)).toMatchObject({ animal: null })
  expect((await homeOf(household.seenBy([]), now)).animals).toEqual([])
})

async function another(practiceId: string, clientId: string): Promise<string> {
  const id = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.animal).values({ practiceId, id, clientId, name: 'Fig', species: 'cat' }),
  )
  return id
}

async function counted<T>(run: () => Promise<T>): Promise<[T, number]> {
  const { statements, stop } = countQueries()
  const answer = await run()
  stop()
  return [answer, statements.length]
}
