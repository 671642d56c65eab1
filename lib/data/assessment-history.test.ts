import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import { assessment } from '@/db/schema'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { assessmentHistory, pastAssessment } from './assessment-history'
import { takeDecision } from './plan'
import { recordSession, voidSession } from './session'

const noon = Temporal.Instant.from('2026-05-14T10:00:00Z')
const at = (day: number, minute = 0) => noon.add({ minutes: 24 * 60 * day + minute })

let world: World
let home: Household
let planId: string
beforeAll(async () => {
  world = await makeWorld()
})

const fresh = async () => {
  home = await makeHousehold(world)
  planId = await makePlan(world, home, { stageKey: 'C3', enteredOn: Temporal.PlainDate.from('2026-05-10') })
}

/** One session of the household that many days from the first, written down when it happened or later. */
async function logs(day: number, more: Record<string, unknown> = {}, writtenDown = at(day)): Promise<string> {
  const id = randomUUID()
  const good = { stress: '0', durationSec: '700', food: 'quick', choice: 'came' }
  const startedAt = at(day, -30).toString()
  const seen = recordedSessionSchema.parse({ id, animalId: home.animalId, ...good, startedAt, ...more })
  expect(await recordSession(home.guardian, seen, writtenDown)).toMatchObject({ ok: true })
  return id
}
const historyOf = () => assessmentHistory(world.consultant, home.animalId)
const past = (assessmentId: string) =>
  pastAssessment(world.consultant, { animalId: home.animalId, assessmentId })
const idsOf = (sessions: readonly { id: string }[] = []) => sessions.map(({ id }) => id)

describe('what is kept', () => {
  test('a session written down or taken out by anybody, and a decision, each with its cause', async () => {
    await fresh()
    const mine = await logs(0)
    await voidSession(home.guardian, { sessionId: mine, reason: 'The other cat.' }, at(1))
    const decision = {
      animalId: home.animalId,
      decision: 'pause' as const,
      reason: 'Builders.',
      ticksSet: [],
    }
    expect(await takeDecision(world.consultant, decision, at(2))).toMatchObject({ ok: true })
    const { rows, total, name } = await historyOf()
    expect([name, total]).toEqual(['Moth', 3])
    expect(rows).toMatchObject([
      { cause: 'decision', byName: world.consultant.name, decision: 'pause', asOf: day('2026-05-16') },
      { cause: 'void', byName: home.guardian.name, sessionId: mine, asOf: day('2026-05-15') },
      { cause: 'log', byName: home.guardian.name, sessionId: mine, asOf: day('2026-05-14') },
    ])
  })

  test('the same session sent twice is kept once', async () => {
    await fresh()
    const id = await logs(0)
    await logs(0, { id })
    expect((await historyOf()).total).toBe(1)
  })

  test('twenty-five to a page, in as many statements as one', async () => {
    await fresh()
    await logs(0)
    const statementsNow = async () => {
      const counting = countQueries()
      await historyOf()
      counting.stop()
      return counting.statements.length
    }
    const one = await statementsNow()
    for (let n = 0; n < 27; n += 1) await logs(n % 3)
    expect(await statementsNow()).toBe(one)
    expect((await historyOf()).rows).toHaveLength(25)
    const second = await assessmentHistory(world.consultant, home.animalId, 2)
    expect([second.rows.length, second.page, second.total]).toEqual([3, 2, 28])
    expect((await assessmentHistory(world.consultant, home.animalId, 99)).page).toBe(2)
  })
})

const day = (text: string) => Temporal.PlainDate.from(text)

describe('an assessment of the past', () => {
  test('says what it was, and what the day would be with a session taken out and one come late', async () => {
    await fresh()
    for (const n of [0, 1, 2, 3]) await logs(n)
    const hard = await logs(4, { stress: '2' })
    const kept = (await historyOf()).rows[0]
    const before = await past(kept?.id ?? '')
    expect(before.again).toMatchObject({ same: true, gone: [], added: [] })
    expect(before.kept).toMatchObject({ name: 'Moth', stageName: 'Buckle and wear' })
    expect(before.kept?.said).not.toBe('')

    await voidSession(world.consultant, { sessionId: hard, reason: 'Mixed up.' }, at(5))
    const late = await logs(4, { startedAt: at(4, -90).toString() }, at(6))
    const after = await past(kept?.id ?? '')
    expect(after.kept).toEqual(before.kept)
    expect(after.row).toEqual(before.row)
    expect(after.again?.same).toBe(false)
    expect(idsOf(after.again?.gone)).toEqual([hard])
    expect(idsOf(after.again?.added)).toEqual([late])
    expect(after.again?.assessment.score).toBeGreaterThan(after.kept?.assessment.score ?? 100)
  })

  test('of an older or unknown shape is still read, from its columns at the least', async () => {
    await fresh()
    await logs(0)
    const whole = (await past((await historyOf()).rows[0]?.id ?? '')).kept
    const { practiceId } = world
    const row = { practiceId, animalId: home.animalId, planId, stageKey: 'C3', asOf: day('2026-05-01') }
    const said = { ruleSet: 'v0', score: 40, confidence: 0.3, recommendation: 'wait', why: 'hunch' }
    const shapes = [
      { ...whole?.assessment, sentence: whole?.sentence },
      { format: 7, mood: 'fine' },
      null,
      'x',
      [],
    ]
    const ids = shapes.map(() => randomUUID())
    await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx.insert(assessment).values(
        shapes.map((snapshot, index) => ({
          ...{ ...row, ...said, id: ids[index], snapshot: snapshot ?? {}, cause: 'log' as const },
        })),
      ),
    )
    const [bare, ...unknown] = await Promise.all(ids.map(past))
    expect(bare?.kept?.assessment).toEqual(whole?.assessment)
    expect(bare).toMatchObject({ kept: { asked: null, changes: [] }, again: null })
    for (const one of unknown) {
      expect(one).toMatchObject({ kept: null, row: { score: 40, band: 'unsettled', recommendation: null } })
    }
  })

  test('is not there for owners, strangers, or below another animal', async () => {
    await fresh()
    await logs(0)
    const { animalId, guardian } = home
    const assessmentId = (await historyOf()).rows[0]?.id ?? ''
    const elsewhere = await makeWorld()
    for (const viewer of [guardian, elsewhere.boss]) {
      await expect(assessmentHistory(viewer, animalId)).rejects.toThrow(NotFound)
      await expect(pastAssessment(viewer, { animalId, assessmentId })).rejects.toThrow(NotFound)
    }
    const other = await makeHousehold(world)
    const asked = pastAssessment(world.consultant, { animalId: other.animalId, assessmentId })
    await expect(asked).rejects.toThrow(NotFound)
  })
})
