import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { makeHousehold, makePlan, makeWorld, type World } from '@/db/factories/world'
import { answersOf, correctedLogSchema } from '@/lib/domain/log/correct'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { NotFound } from '@/lib/domain/result/result'
import { pastLogOf } from './home'
import { correctLog } from './log'
import { recordSession, sessionOf, sessionsOf, voidSession } from './session'

const now = Temporal.Instant.from('2026-05-14T16:00:00Z')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

async function logged(more: Record<string, unknown> = {}) {
  const household = await makeHousehold(world)
  await makePlan(world, household)
  const { animalId, guardian } = household
  const id = randomUUID()
  const form = { id, animalId, stress: '0', durationBand: '5_to_10min', food: 'quick', ...more }
  const kept = await recordSession(guardian, ownerLogSchema.parse(form), now)
  if (!kept.ok) throw new Error(kept.reason)
  const anew = (change: Record<string, unknown> = {}) =>
    correctedLogSchema.parse({ ...form, id: randomUUID(), corrects: id, reason: 'Another cat.', ...change })
  return { ...household, id, anew }
}

test('a log written anew takes the place of the first, which stays readable; sent twice it is one', async () => {
  const { id, anew, guardian, animalId } = await logged()
  const sent = anew({ stress: '2', signs: ['crouch'] })
  const later = now.add({ hours: 3 })
  const [one, two] = [await correctLog(guardian, sent, later), await correctLog(guardian, sent, later)]
  expect([one, two]).toMatchObject([
    { ok: true, value: { sessionId: sent.id } },
    { ok: true, value: { sessionId: sent.id } },
  ])
  const { sessions } = await pastLogOf(guardian, animalId)
  expect(sessions.map(({ id, tapped, voidReason }) => [id, tapped, voidReason])).toEqual([
    [sent.id, 2, null],
    [id, 0, 'Another cat.'],
  ])
})

test('what is filled in sends the same session again', async () => {
  const { id, anew, guardian } = await logged({
    ...{ day: '2026-05-12', time: '18:30', signs: ['crouch'], goodSigns: ['tail_up'], triggers: ['dog'] },
    ...{
      triggerDistance: 'far',
      choice: 'hesitated_joined',
      ended: 'as_planned',
      place: 'hall',
      note: 'Windy.',
    },
    ...{ ownerMood: 'hard', durationBand: undefined, durationSec: '47' },
  })
  const before = await sessionOf(guardian, id)
  const sent = correctedLogSchema.parse({
    ...answersOf(before),
    ...{ id: randomUUID(), animalId: before.animalId, corrects: id, reason: 'Again.' },
  })
  expect((await correctLog(guardian, sent, now)).ok).toBe(true)
  const after = await sessionOf(guardian, sent.id ?? '')
  expect(after).toEqual({ ...before, id: sent.id })
  expect(anew().corrects).toBe(id)
})

test('not after a day, not twice, not a session of the consultant’s, not onto another animal', async () => {
  const { id, anew, guardian, animalId } = await logged()
  const sessions = async () => (await sessionsOf(guardian, animalId)).map(({ voidedAt }) => voidedAt === null)
  expect(await correctLog(guardian, anew(), now.add({ hours: 24 }))).toMatchObject({
    reason: 'home.past.tooLate',
  })
  const other = await logged()
  expect(await correctLog(guardian, anew({ animalId: other.animalId }), now)).toMatchObject({ ok: false })
  expect(await correctLog(guardian, anew({ day: '2026-05-01', time: '08:00' }), now)).toMatchObject({
    fields: { day: 'session.tooLongAgo' },
  })
  expect(await sessions()).toEqual([true])
  await voidSession(guardian, { sessionId: id, reason: 'A double.' }, now)
  expect(await correctLog(guardian, anew(), now)).toMatchObject({ reason: 'session.alreadyVoided' })

  const atVisit = randomUUID()
  await recordSession(world.consultant, ownerLogSchema.parse({ id: atVisit, animalId, stress: '1' }), now)
  expect(await correctLog(guardian, anew({ corrects: atVisit }), now)).toMatchObject({
    reason: 'home.past.tooLate',
  })
  expect(await sessions()).toEqual([true, false])
})

test('nobody writes another household’s log anew, and the practice does not at all', async () => {
  const { anew, animalId } = await logged()
  const neighbour = (await makeHousehold(world)).guardian
  const stranger = (await makeHousehold(await makeWorld())).guardian
  for (const who of [neighbour, stranger, world.consultant as never])
    await expect(correctLog(who, anew(), now)).rejects.toThrow(NotFound)
  for (const who of [neighbour, stranger, world.consultant])
    await expect(pastLogOf(who, animalId)).rejects.toThrow(NotFound)
})
