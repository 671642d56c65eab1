import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { assessmentsOf } from './assessment'
import { recordSession, sessionOf, sessionsOf, voidSession } from './session'
import { closeVetFlag } from './vet-flag'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const seen = (animalId: string, more: Record<string, unknown> = {}) =>
  recordedSessionSchema.parse({ animalId, stress: '0', durationSec: '300', food: 'quick', ...more })

let world: World
let home: Household
beforeAll(async () => {
  world = await makeWorld()
})
const fresh = async (stageKey = 'C3') => {
  home = await makeHousehold(world)
  await makePlan(world, home, { stageKey })
  return home
}
const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

describe('recording a session', () => {
  test('the same id twice is one row and the same answer', async () => {
    const { animalId, guardian } = await fresh()
    const input = seen(animalId, { id: randomUUID(), events: 'escaped_gear' })
    const first = value(await recordSession(guardian, input, now))
    const [second, third] = await Promise.all([
      recordSession(guardian, input, now),
      recordSession(guardian, input, now),
    ])
    expect(value(second)).toMatchObject({ sessionId: first.sessionId, safety: 'escaped' })
    expect(value(third).sessionId).toBe(first.sessionId)
    expect(await sessionsOf(guardian, animalId)).toHaveLength(1)
    expect(first.standingAfter).toMatchObject({ recommendation: 'pause', why: 'rest' })
  })

  test('eight at once with one new id are one row', async () => {
    const { animalId, guardian } = await fresh()
    const input = seen(animalId, { id: randomUUID() })
    const answers = await Promise.all(Array.from({ length: 8 }, () => recordSession(guardian, input, now)))
    expect(new Set(answers.map((answer) => value(answer).sessionId)).size).toBe(1)
    expect(await sessionsOf(guardian, animalId)).toHaveLength(1)
  })

  test('an id that belongs to another animal is not found, in this house or another', async () => {
    const { animalId, guardian } = await fresh()
    const id = randomUUID()
    value(await recordSession(guardian, seen(animalId, { id }), now))
    const other = await fresh()
    await expect(recordSession(other.guardian, seen(other.animalId, { id }), now)).rejects.toThrow(NotFound)
    await expect(recordSession(world.consultant, seen(other.animalId, { id }), now)).rejects.toThrow(NotFound)
  })

  test('strangers and share links cannot record, read or void', async () => {
    const { animalId, guardian } = await fresh()
    const { sessionId } = value(await recordSession(guardian, seen(animalId), now))
    const other = await makeHousehold(world)
    const elsewhere = await makeWorld()
    for (const stranger of [other.guardian, elsewhere.consultant]) {
      await expect(recordSession(stranger, seen(animalId), now)).rejects.toThrow(NotFound)
      await expect(voidSession(stranger, { sessionId, reason: 'no' }, now)).rejects.toThrow(NotFound)
      await expect(sessionOf(stranger, sessionId)).rejects.toThrow(NotFound)
      expect(await sessionsOf(stranger, animalId)).toEqual([])
    }
    expect(await recordSession(world.assistant, seen(animalId), now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
  })

  test('owners go back seven days, marked late, and never ahead', async () => {
    const { animalId, guardian } = await fresh()
    const late = value(await recordSession(guardian, seen(animalId, { day: '2026-05-07' }), now))
    expect(await sessionOf(guardian, late.sessionId)).toMatchObject({ late: true, source: 'owner' })
    expect(await recordSession(guardian, seen(animalId, { day: '2026-05-06' }), now)).toMatchObject({
      fields: { day: 'session.tooLongAgo' },
    })
    expect(await recordSession(guardian, seen(animalId, { day: '2026-05-15' }), now)).toMatchObject({
      fields: { day: 'errors.inTheFuture' },
    })
    expect(await recordSession(world.consultant, seen(animalId, { day: '2026-04-30' }), now)).toMatchObject({
      reason: 'session.beforePlan',
    })
  })

  test('the day is the one at home: half past midnight in Vienna is the next day', async () => {
    const { animalId, guardian } = await fresh()
    const midnight = Temporal.Instant.from('2026-05-13T22:30:00Z')
    const { sessionId } = value(await recordSession(guardian, seen(animalId), midnight))
    expect((await sessionOf(guardian, sessionId)).day.toString()).toBe('2026-05-14')
  })

  test('repetitions and leash are kept only where the stage has them; a flop is never loose', async () => {
    const answers = { repsOk: '4', tension: 'slack', signs: ['flop', 'purrs'] }
    const still = await fresh('C3')
    const a = value(await recordSession(world.consultant, seen(still.animalId, answers), now))
    expect(await sessionOf(world.consultant, a.sessionId)).toMatchObject({
      repsOk: null,
      tension: null,
      tapped: 0,
      level: 2,
      signs: ['flop'],
      goodSigns: ['purrs'],
      source: 'consultant',
      kind: 'stress_fail',
    })
    const led = await fresh('C5')
    const b = value(await recordSession(world.consultant, seen(led.animalId, answers), now))
    expect(await sessionOf(world.consultant, b.sessionId)).toMatchObject({
      repsOk: 4,
      repsTotal: 5,
      tension: 'slack',
    })
  })

  test('signs of another species are refused, and so is a plan that is not there', async () => {
    const { animalId } = await fresh()
    expect(await recordSession(world.consultant, seen(animalId, { signs: 'gnaw_gear' }), now)).toMatchObject({
      fields: { signs: 'errors.notAnOption' },
    })
    const none = await makeHousehold(world)
    expect(await recordSession(none.guardian, seen(none.animalId), now)).toMatchObject({
      reason: 'session.noPlan',
    })
  })

  test('a health sign opens one vet flag, which pauses until a person closes it', async () => {
    const { animalId, guardian } = await fresh()
    const ill = value(await recordSession(guardian, seen(animalId, { health: 'limp_or_pain' }), now))
    value(await recordSession(guardian, seen(animalId, { health: 'limp_or_pain' }), now))
    expect(ill.safety).toBe('vet')
    const standing = (await assessmentsOf(guardian, [animalId], now)).get(animalId)
    expect(standing).toMatchObject({ recommendation: 'pause', why: 'vet_open', sentence: { key: 'vet' } })
    expect(standing?.openVet).toHaveLength(1)
    const flagId = standing?.openVet[0]?.id ?? ''
    expect(await closeVetFlag(guardian, { flagId, note: 'All fine' }, now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
    expect(await closeVetFlag(world.consultant, { flagId, note: ' ' }, now)).toMatchObject({ ok: false })
    value(await closeVetFlag(world.consultant, { flagId, note: 'Sprained paw, rested' }, now))
    expect(await closeVetFlag(world.consultant, { flagId, note: 'Again' }, now)).toMatchObject({
      reason: 'safety.vet.alreadyClosed',
    })
    expect((await assessmentsOf(guardian, [animalId], now)).get(animalId)?.openVet).toEqual([])
  })
})

describe('voiding', () => {
  test('takes a session out of the count once, with a reason; owners only their own', async () => {
    const { animalId, guardian } = await fresh()
    const ours = value(await recordSession(world.consultant, seen(animalId), now))
    const theirs = value(await recordSession(guardian, seen(animalId), now))
    const reason = 'Wrong animal'
    expect(await voidSession(guardian, { sessionId: ours.sessionId, reason }, now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
    value(await voidSession(guardian, { sessionId: theirs.sessionId, reason }, now))
    expect(await voidSession(world.consultant, { sessionId: theirs.sessionId, reason }, now)).toMatchObject({
      reason: 'session.alreadyVoided',
    })
    const standing = (await assessmentsOf(guardian, [animalId], now)).get(animalId)
    expect(standing?.assessment.facts.sessions).toBe(1)
    expect(await sessionsOf(guardian, animalId)).toHaveLength(2)
  })
})

describe('assessments', () => {
  test('two statements for one animal and for twelve, absent without a plan', async () => {
    const homes = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const one = await makeHousehold(world)
        await makePlan(world, one)
        await recordSession(world.consultant, seen(one.animalId), now)
        return one.animalId
      }),
    )
    const planless = await makeHousehold(world)
    for (const ids of [homes.slice(0, 1), [...homes, planless.animalId]]) {
      const counted = countQueries()
      const standings = await assessmentsOf(world.consultant, ids, now)
      counted.stop()
      expect(counted.statements).toHaveLength(2)
      expect(standings.size).toBe(Math.min(ids.length, 12))
      expect(standings.has(planless.animalId)).toBe(false)
    }
  })
})
