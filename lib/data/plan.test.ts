import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeHousehold, makePlan, makeWorld, type World } from '@/db/factories/world'
import { decisionSchema } from '@/lib/domain/plan/forms'
import { NotFound } from '@/lib/domain/result/result'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import { safetyItems } from '@/lib/domain/safety/items'
import { assessmentsOf } from './assessment'
import { currentHomework, setHomework } from './homework'
import { completePlan, resumePlan, takeDecision } from './plan'
import { planChoices, startPlan } from './plan-start'
import { undoStageEntry } from './plan-undo'
import { recordSafetyItem, safetyOf, withdrawSafetyItem } from './safety'
import { recordSession } from './session'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const today = Temporal.PlainDate.from('2026-05-14')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
const decide = (animalId: string, decision: string, more: Record<string, unknown> = {}) =>
  decisionSchema.parse({ animalId, decision, ...more })
const standingOf = async (animalId: string, at = now) => {
  const standing = (await assessmentsOf(world.consultant, [animalId], at)).get(animalId)
  if (!standing) throw new Error('no plan')
  return standing
}
async function at(stageKey: string, enteredOn = '2026-05-01') {
  const home = await makeHousehold(world)
  await makePlan(world, home, { stageKey, enteredOn: Temporal.PlainDate.from(enteredOn) })
  return home
}
/** Perfect sessions on the days before today. */
async function practise(animalId: string, days: number, more: Record<string, unknown> = {}) {
  for (let ago = days; ago >= 1; ago--) {
    const day = today.subtract({ days: ago }).toString()
    const session = {
      animalId,
      day,
      stress: '0',
      durationSec: '3600',
      food: 'quick',
      choice: 'came',
      ...more,
    }
    value(await recordSession(world.consultant, recordedSessionSchema.parse(session), now))
  }
}
const start = (animalId: string, more: Record<string, unknown> = {}) => ({
  animalId,
  protocolKey: 'cat-harness-leash',
  goal: 'Sit in the courtyard in the evening.',
  goalRisk: 'medium' as const,
  stageKey: 'C0',
  lateStartReason: '',
  minDaysFactor: 1,
  ...more,
})

describe('starting a plan', () => {
  test('begins at the intake; a second one is refused, also when both come at once', async () => {
    const { animalId } = await makeHousehold(world)
    const both = await Promise.all([
      startPlan(world.consultant, start(animalId), now),
      startPlan(world.consultant, start(animalId), now),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await standingOf(animalId)).toMatchObject({ stageKey: 'C0', status: 'active', stageCount: 10 })
    expect((await planChoices(world.consultant, animalId)).running).toBe(true)
  })

  test('later than the intake asks why; at the door nothing replaces the safety list', async () => {
    const { animalId } = await makeHousehold(world)
    expect(await startPlan(world.consultant, start(animalId, { stageKey: 'C4' }), now)).toMatchObject({
      fields: { lateStartReason: 'required' },
    })
    const door = start(animalId, { stageKey: 'C6', lateStartReason: 'Has worn one for years' })
    expect(await startPlan(world.consultant, door, now)).toMatchObject({
      fields: { stageKey: 'readiness.refusal.safety_list' },
    })
    value(await startPlan(world.consultant, { ...door, stageKey: 'C4' }, now))
  })

  test('strangers find nothing; assistants may not', async () => {
    const { animalId, guardian } = await makeHousehold(world)
    const elsewhere = await makeWorld()
    await expect(startPlan(elsewhere.boss, start(animalId), now)).rejects.toThrow(NotFound)
    await expect(startPlan(guardian, start(animalId), now)).rejects.toThrow(NotFound)
    expect(await startPlan(world.assistant, start(animalId), now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
  })
})

describe('deciding', () => {
  test('advance inside the minimum days is refused with any reason', async () => {
    const { animalId } = await at('C3', '2026-05-12')
    await practise(animalId, 2)
    expect(
      await takeDecision(world.boss, decide(animalId, 'advance', { reason: 'She is ready' }), now),
    ).toMatchObject({
      reason: 'readiness.refusal.min_days',
    })
  })

  test('so is advance inside the red-flag window and with an open vet flag', async () => {
    const red = await at('C3')
    await practise(red.animalId, 5, {})
    await practise(red.animalId, 1, { events: 'escaped_gear' })
    expect(
      await takeDecision(world.boss, decide(red.animalId, 'advance', { reason: 'Was my mistake' }), now),
    ).toMatchObject({ reason: 'readiness.refusal.red_window' })
    const ill = await at('C3')
    await practise(ill.animalId, 5, { health: 'limp_or_pain' })
    expect(
      await takeDecision(world.boss, decide(ill.animalId, 'advance', { reason: 'It is nothing' }), now),
    ).toMatchObject({ reason: 'readiness.refusal.open_vet' })
  })

  test('and advance to the door without the safety list; with it the way is open', async () => {
    const { animalId } = await at('C5')
    await practise(animalId, 10, { repsOk: '5', tension: 'slack' })
    const ticksSet = (await standingOf(animalId)).protocol.stages
      .find(({ key }) => key === 'C5')
      ?.ticks.map(({ key }) => key)
    const wish = decide(animalId, 'advance', { ticksSet, reason: 'All well' })
    expect(await takeDecision(world.consultant, wish, now)).toMatchObject({
      reason: 'readiness.refusal.safety_list',
    })
    const ticked: string[] = []
    for (const { key, force } of safetyItems) {
      if (force !== 'blocks') continue
      const item = safetyItemSchema.parse({ animalId, item: key, validUntil: '2027-01-01' })
      ticked.push(value(await recordSafetyItem(world.consultant, item, now)).recordId)
    }
    expect(await safetyOf(world.consultant, animalId, now)).toMatchObject({ ok: true, missing: [] })
    value(
      await withdrawSafetyItem(
        world.consultant,
        { recordId: ticked[0] ?? '', reason: 'The wrong harness' },
        now,
      ),
    )
    expect((await safetyOf(world.consultant, animalId, now)).missing).toEqual(['harness_fit'])
    value(
      await recordSafetyItem(
        world.consultant,
        safetyItemSchema.parse({ animalId, item: 'harness_fit' }),
        now,
      ),
    )
    const moved = value(await takeDecision(world.consultant, wish, now))
    expect(moved.entryId).not.toBeNull()
    expect(await standingOf(animalId)).toMatchObject({ stageKey: 'C6', dayInStage: 0 })
  })

  test('otherwise than recommended needs a reason; staying keeps only the assessment', async () => {
    const { animalId } = await at('C3')
    expect(await takeDecision(world.consultant, decide(animalId, 'step_back'), now)).toMatchObject({
      reason: 'readiness.refusal.reason_needed',
      fields: { reason: 'readiness.refusal.reason_needed' },
    })
    const stayed = value(await takeDecision(world.consultant, decide(animalId, 'stay'), now))
    expect(stayed).toMatchObject({ entryId: null, assessmentId: expect.any(String) })
  })

  test('of two at once one is taken, and a form that saw an older plan is told', async () => {
    const { animalId } = await at('C4')
    const seenEntryId = (await standingOf(animalId)).entries.at(-1)?.id
    const back = decide(animalId, 'step_back', { reason: 'Moved house', seenEntryId })
    const both = await Promise.all([
      takeDecision(world.consultant, back, now),
      takeDecision(world.boss, back, now),
    ])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await takeDecision(world.boss, back, now)).toMatchObject({ reason: 'plan.changedMeanwhile' })
    expect((await standingOf(animalId)).stageKey).toBe('C3')
  })

  test('a pause rests, keeps the stage and its days, and ends by a person', async () => {
    const { animalId } = await at('C3')
    const pause = { reason: 'Builders in the house', pauseUntil: '2026-05-20' }
    expect(
      await takeDecision(
        world.consultant,
        decide(animalId, 'pause', { ...pause, pauseUntil: '2026-05-14' }),
        now,
      ),
    ).toMatchObject({ fields: { pauseUntil: 'errors.inThePast' } })
    value(await takeDecision(world.consultant, decide(animalId, 'pause', pause), now))
    const paused = await standingOf(animalId)
    expect(paused).toMatchObject({ status: 'paused', why: 'context', dayInStage: 13 })
    expect(paused.sentence).toEqual({
      key: 'pause_until',
      params: { name: 'Moth', reason: 'Builders in the house', date: '20 May' },
    })
    value(await resumePlan(world.consultant, { animalId, reason: '', toStageKey: undefined }, now))
    expect(await standingOf(animalId)).toMatchObject({ status: 'active', dayInStage: 13 })
    expect(
      await resumePlan(world.consultant, { animalId, reason: '', toStageKey: undefined }, now),
    ).toMatchObject({
      reason: 'plan.notPaused',
    })
  })

  test('the indoor programme holds until its review, then reopens no further than it was', async () => {
    const { animalId } = await at('C3')
    value(await takeDecision(world.consultant, decide(animalId, 'stop_enrich', { reason: 'Says no' }), now))
    expect(await standingOf(animalId)).toMatchObject({ status: 'enrichment', stageKey: 'CE', stageIndex: -1 })
    expect(
      await takeDecision(world.boss, decide(animalId, 'advance', { reason: 'But I want to' }), now),
    ).toMatchObject({ reason: 'readiness.refusal.in_enrichment' })
    const reopen = { animalId, reason: '', toStageKey: 'C2' }
    expect(await resumePlan(world.boss, reopen, now)).toMatchObject({ reason: 'plan.notBeforeReview' })
    const later = now.add({ hours: 24 * 90 })
    expect(await resumePlan(world.boss, { ...reopen, toStageKey: 'C5' }, later)).toMatchObject({ ok: false })
    value(await resumePlan(world.boss, reopen, later))
    expect(await standingOf(animalId, later)).toMatchObject({ stageKey: 'C2', dayInStage: 0 })
  })
})

describe('undo and end', () => {
  test('only the latest change, only by who made it, as a new row', async () => {
    const { animalId } = await at('C4')
    const back = decide(animalId, 'step_back', { reason: 'Moved house' })
    const { entryId } = value(await takeDecision(world.consultant, back, now))
    const id = { entryId: entryId ?? '' }
    expect(await undoStageEntry(world.boss, id, now)).toMatchObject({ reason: 'plan.cannotUndo' })
    value(await undoStageEntry(world.consultant, id, now))
    const after = await standingOf(animalId)
    expect(after).toMatchObject({ stageKey: 'C4', dayInStage: 13 })
    expect(after.entries.map(({ kind }) => kind)).toEqual(['start', 'step_back', 'undo'])
    expect(await undoStageEntry(world.consultant, id, now)).toMatchObject({ reason: 'plan.cannotUndo' })
  })

  test('a completed plan rests; its end can be taken back', async () => {
    const { animalId } = await at('C4')
    const { entryId } = value(
      await completePlan(
        world.consultant,
        { animalId, outcome: 'occasional', reason: 'Goal reached', ticksSet: [] },
        now,
      ),
    )
    expect((await assessmentsOf(world.consultant, [animalId], now)).size).toBe(0)
    value(await undoStageEntry(world.consultant, { entryId: entryId ?? '' }, now))
    expect(await standingOf(animalId)).toMatchObject({ stageKey: 'C4', status: 'active' })
  })
})

describe('homework', () => {
  test('new homework lays the old aside; the household reads it, others do not', async () => {
    const { animalId, guardian } = await at('C3')
    const item = {
      exercise: 'Wear at meals',
      sentences: ['Buckle, then dinner.'],
      dose: '5 min',
      good: '',
      stop: '',
    }
    const set = (items: (typeof item)[]) =>
      setHomework(world.consultant, { animalId, noteId: undefined, items }, now)
    value(await set([item]))
    value(
      await set([
        { ...item, exercise: 'Wear at play' },
        { ...item, exercise: '', sentences: [], dose: '' },
      ]),
    )
    const current = (await currentHomework(guardian, [animalId])).get(animalId)
    expect(current?.items.map(({ exercise }) => exercise)).toEqual(['Wear at play'])
    const other = await makeHousehold(world)
    expect((await currentHomework(other.guardian, [animalId])).size).toBe(0)
    expect(await setHomework(guardian, { animalId, noteId: undefined, items: [] }, now)).toMatchObject({
      reason: 'errors.notAllowed',
    })
    value(await set([]))
    expect((await currentHomework(guardian, [animalId])).size).toBe(0)
  })
})
