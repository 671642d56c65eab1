import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  makeHousehold,
  makePlan,
  makeProtocol,
  makeSafetyList,
  makeWorld,
  type World,
} from '@/db/factories/world'
import { decisionSchema } from '@/lib/domain/plan/forms'
import { shortWalk, shortWalkSlower } from '@/lib/domain/plan/testing/short-protocols'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { animalOverview } from './animal-overview'
import { assessmentsOf } from './assessment'
import { completePlan, takeDecision } from './plan'
import { startPlan } from './plan-start'
import { undoStageEntry } from './plan-undo'
import { changeVersion, versionChoices } from './plan-version'
import { progressOf } from './progress'
import { recordSession, sessionOf } from './session'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const today = Temporal.PlainDate.from('2026-05-14')
let world: World
let old: string
let slower: string
beforeEach(async () => {
  world = await makeWorld()
  old = await makeProtocol(world, shortWalk)
  slower = await makeProtocol(world, shortWalkSlower)
})
const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
async function at(stageKey: string, daysAgo: number) {
  const home = await makeHousehold(world)
  await makePlan(world, home, { stageKey, enteredOn: today.subtract({ days: daysAgo }), protocolId: old })
  return home
}
const move = (animalId: string, more: { toStageKey?: string } = {}) =>
  changeVersion(world.consultant, { animalId, protocolId: slower, reason: 'It was too fast', ...more }, now)
const decide = (animalId: string, decision: string) =>
  takeDecision(world.consultant, decisionSchema.parse({ animalId, decision, reason: 'Seen it' }), now)
const record = async (animalId: string, more: Record<string, unknown>) =>
  value(
    await recordSession(
      world.consultant,
      recordedSessionSchema.parse({ animalId, stress: '0', durationSec: '90', food: 'quick', ...more }),
      now,
    ),
  ).sessionId
const standingOf = async (animalId: string) =>
  (await assessmentsOf(world.consultant, [animalId], now, 'latest')).get(animalId)

describe('another version', () => {
  test('keeps the stage and its days by the key; the past keeps its names; a newer one is told', async () => {
    const { animalId } = await at('sofa', 5)
    expect((await animalOverview(world.consultant, animalId, now)).plan?.newer).toEqual({
      id: slower,
      version: 2,
    })
    const { others } = await versionChoices(world.consultant, animalId, now)
    expect(others.map(({ protocol }) => [protocol.key, protocol.version])).toEqual([
      ['short-walk', 2],
      ['cat-harness-leash', 1],
    ])
    const { entryId, assessmentId } = value(await move(animalId))
    expect(await standingOf(animalId)).toMatchObject({ stageName: 'On the sofa, longer', dayInStage: 5 })
    const { plan, standing } = await animalOverview(world.consultant, animalId, now)
    expect(plan?.newer).toBeNull()
    expect(plan?.changes.at(-1)).toMatchObject({
      ...{ id: entryId, kind: 'change_version', by: 'Jonas Weiss', reason: 'It was too fast', assessmentId },
      ...{ fromProtocolId: old, protocolId: slower },
    })
    expect(standing?.versions[old]?.stages[0]?.name).toBe('On the sofa')
    value(await undoStageEntry(world.consultant, { entryId: entryId ?? '' }, now))
    expect(await standingOf(animalId)).toMatchObject({ stageName: 'On the sofa', dayInStage: 5 })
  })

  test('leads back where the stage is gone, never on, and old records stay in their place', async () => {
    const { animalId } = await at('hall', 20)
    const red = await record(animalId, {
      day: today.subtract({ days: 15 }).toString(),
      stress: '4',
      tension: 'slack',
    })
    expect(await move(animalId, { toStageKey: 'yard' })).toMatchObject({
      fields: { toStageKey: 'errors.notAnOption' },
    })
    value(await move(animalId))
    const standing = await standingOf(animalId)
    expect(standing).toMatchObject({ stageKey: 'sofa', dayInStage: 0 })
    expect(standing?.input.stagePlaces).toMatchObject({ hall: 'indoor', yard: 'outdoor' })
    expect(await sessionOf(world.consultant, red)).toMatchObject({
      stageName: 'In the hall',
      stageKey: 'hall',
    })
    const late = await record(animalId, { day: today.subtract({ days: 2 }).toString() })
    expect((await sessionOf(world.consultant, late)).stageKey).toBe('hall')
  })

  test('shortens no days that have begun, and waits for the review of an indoor programme', async () => {
    const early = await at('sofa', 1)
    expect(await move(early.animalId)).toMatchObject({ reason: 'readiness.refusal.min_days' })
    const inside = await at('sofa', 5)
    value(await decide(inside.animalId, 'stop_enrich'))
    expect(await move(inside.animalId)).toMatchObject({ reason: 'readiness.refusal.in_enrichment' })
  })

  test('is for those who train, of two at once one, and a stranger finds nothing', async () => {
    const { animalId, guardian } = await at('sofa', 5)
    const wish = { animalId, protocolId: slower, reason: 'Slower' }
    expect(await changeVersion(world.assistant, wish, now)).toMatchObject({ reason: 'errors.notAllowed' })
    await expect(changeVersion(guardian, wish, now)).rejects.toThrow(NotFound)
    await expect(versionChoices((await makeWorld()).boss, animalId, now)).rejects.toThrow(NotFound)
    const both = await Promise.all([move(animalId), changeVersion(world.boss, wish, now)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('an undo', () => {
  test('of a step back is held by what came in meanwhile', async () => {
    const { animalId } = await at('yard', 9)
    const back = value(await decide(animalId, 'step_back'))
    const undo = () => undoStageEntry(world.consultant, { entryId: back.entryId ?? '' }, now)
    expect(await undo()).toMatchObject({ reason: 'readiness.refusal.safety_list' })
    await makeSafetyList(world, { animalId }, today)
    await record(animalId, { stress: '4' })
    expect(await undo()).toMatchObject({ reason: 'readiness.refusal.red_window' })
    expect(await standingOf(animalId)).toMatchObject({ stageKey: 'hall' })
  })

  test('and a decision at once: one of them is taken', async () => {
    const { animalId } = await at('hall', 9)
    const { entryId } = value(await decide(animalId, 'step_back'))
    const [undone, decided] = await Promise.all([
      undoStageEntry(world.consultant, { entryId: entryId ?? '' }, now),
      decide(animalId, 'pause'),
    ])
    const kinds = (await standingOf(animalId))?.entries.map(({ kind }) => kind)
    if (undone.ok && decided.ok) expect(kinds).toEqual(['start', 'step_back', 'undo', 'pause'])
    else expect(kinds?.length).toBe(3)
  })
})

describe('an outcome', () => {
  const end = (animalId: string, outcome: 'leash_walks' | 'indoors') =>
    completePlan(world.consultant, { animalId, outcome, reason: 'The window is hers', ticksSet: [] }, now)

  test('is read by the household, and steady walks need the outdoors', async () => {
    const { animalId, guardian } = await at('hall', 9)
    expect(await end(animalId, 'leash_walks')).toMatchObject({ reason: 'readiness.refusal.needs_outdoors' })
    value(await end(animalId, 'indoors'))
    const progress = (await progressOf(guardian, [{ id: animalId, species: 'cat' }], now)).get(animalId)
    expect(progress?.standing).toMatchObject({ status: 'completed', state: { outcome: 'indoors' } })
  })

  test('is no way round the minimum days, nor round a review', async () => {
    const again = (animalId: string, stageKey: string) =>
      startPlan(
        world.consultant,
        {
          ...{ animalId, protocolKey: 'short-walk', stageKey, goal: 'The yard', goalRisk: 'low' },
          ...{ lateStartReason: 'Knows it', minDaysFactor: 1 },
        },
        now,
      )
    const { animalId } = await at('sofa', 1)
    value(await end(animalId, 'indoors'))
    expect(await again(animalId, 'mat')).toMatchObject({ fields: { stageKey: 'readiness.refusal.min_days' } })
    value(await again(animalId, 'sofa'))
    const other = await at('hall', 9)
    value(await decide(other.animalId, 'stop_enrich'))
    value(await end(other.animalId, 'indoors'))
    expect(await again(other.animalId, 'sofa')).toMatchObject({ reason: 'plan.notBeforeReview' })
  })
})
