import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protocolFor } from '@/lib/domain/protocol/library'
import { nextStage, stageOf } from '@/lib/domain/protocol/stage'
import { refuseDecision, stageAfter, type DecisionQuestion } from './decision'
import type { Condition } from './refusals'
import { refuseStart, startPlanSchema, startPlanSchemaFor } from './start'
import { canReopen, contextPause, liveEntries, planState, type StageEntry } from './state'
import { canUndo } from './undo'
import { decisions, goalRisks, stageEntryKinds, type StageEntryKind } from './words'

const cat = protocolFor('cat')
let next = 0
const entry = (
  kind: StageEntryKind,
  stageKey: string,
  enteredOn: string,
  more: Partial<StageEntry> = {},
): StageEntry => {
  next += 1
  return {
    id: `e${next}`,
    kind,
    stageKey,
    fromStageKey: null,
    protocolId: 'v1',
    enteredOn,
    undoes: null,
    pauseUntil: null,
    decidedBy: 'm',
    ...more,
  }
}
const fold = (...entries: StageEntry[]) => {
  const { stageEnteredOn, pausedUntil, reviewOn, ...rest } = planState(entries, cat.alternative)
  return {
    ...rest,
    since: `${stageEnteredOn}`,
    until: pausedUntil && `${pausedUntil}`,
    review: reviewOn && `${reviewOn}`,
  }
}
const start = entry('start', 'C1', '2026-03-01')
const toC2 = entry('advance', 'C2', '2026-03-05', { fromStageKey: 'C1' })
const backToC1 = entry('step_back', 'C1', '2026-03-09', { fromStageKey: 'C2' })

describe('where a plan stands', () => {
  it('moves with its entries and counts the step backs from where it is', () => {
    expect(fold(start, toC2)).toMatchObject({
      status: 'active',
      stageKey: 'C2',
      since: '2026-03-05',
      stepBacksFromHere: 0,
    })
    expect(fold(start, toC2, backToC1)).toMatchObject({
      stageKey: 'C1',
      since: '2026-03-09',
      stepBacksFromHere: 0,
    })
    const again = entry('advance', 'C2', '2026-03-14', { fromStageKey: 'C1' })
    expect(fold(start, toC2, backToC1, again)).toMatchObject({ stageKey: 'C2', stepBacksFromHere: 1 })
  })

  it('keeps the day of entry through a pause', () => {
    const pause = entry('pause', 'C2', '2026-03-07', { pauseUntil: '2026-03-12', reason: 'move' })
    const paused = fold(start, toC2, pause)
    expect(paused).toMatchObject({
      status: 'paused',
      since: '2026-03-05',
      until: '2026-03-12',
      pauseReason: 'move',
    })
    const state = planState([start, toC2, pause], cat.alternative)
    expect(contextPause(state, '2026-03-11')).toEqual(['move'])
    expect(contextPause(state, '2026-03-12')).toEqual([])
    expect(fold(start, toC2, pause, entry('resume', 'C2', '2026-03-10'))).toMatchObject({
      status: 'active',
      since: '2026-03-05',
      until: null,
    })
  })

  it('reopens the indoor programme on the day of its review, from the stage that is named', () => {
    const stop = entry('stop_enrich', 'C2', '2026-03-20')
    const state = planState([start, toC2, stop], cat.alternative)
    expect(fold(start, toC2, stop)).toMatchObject({ status: 'enrichment', review: '2026-06-18' })
    expect(canReopen(state, '2026-06-17')).toBe(false)
    expect(canReopen(state, '2026-06-18')).toBe(true)
    expect(`${planState([start, stop], protocolFor('rat').alternative).reviewOn}`).toBe('2026-05-19')
    expect(fold(start, toC2, stop, entry('resume', 'C1', '2026-06-18'))).toMatchObject({
      status: 'active',
      stageKey: 'C1',
      since: '2026-06-18',
    })
  })

  it('counts undone entries for nothing', () => {
    const undo = entry('undo', 'C1', '2026-03-05', { undoes: toC2.id })
    expect(fold(start, toC2, undo)).toEqual(fold(start))
    const undoBack = entry('undo', 'C2', '2026-03-09', { undoes: backToC1.id })
    expect(fold(start, toC2, backToC1, undoBack)).toEqual(fold(start, toC2))
    expect(() => planState([], cat.alternative)).toThrow(RangeError)
  })

  it('is completed by its last entry', () => {
    expect(fold(start, entry('complete', 'C1', '2026-08-01')).status).toBe('completed')
  })

  it('after an entry and its undo stands where it stood, whatever came before', () => {
    const kinds = fc.constantFrom(...stageEntryKinds.filter((kind) => kind !== 'undo' && kind !== 'start'))
    const way = fc.array(fc.tuple(kinds, fc.constantFrom('C1', 'C2', 'C3')), { maxLength: 8 })
    fc.assert(
      fc.property(way, fc.tuple(kinds, fc.constantFrom('C1', 'C2', 'C3')), (before, [kind, stageKey]) => {
        const rows = [
          start,
          ...before.map(([one, key], day) => entry(one, key, `2026-04-0${day + 1}`, { fromStageKey: 'C2' })),
        ]
        const mistake = entry(kind, stageKey, '2026-04-20', { fromStageKey: 'C2' })
        const undo = entry('undo', stageKey, '2026-04-20', { undoes: mistake.id })
        expect(fold(...rows, mistake, undo)).toEqual(fold(...rows))
        expect(liveEntries([...rows, mistake, undo])).toEqual(rows)
        expect(canUndo(mistake, 'm', [...rows, mistake])).toBe(true)
        expect(canUndo(mistake, 'other', [...rows, mistake])).toBe(false)
        expect(canUndo(mistake, 'm', [...rows, mistake, undo])).toBe(false)
        expect(canUndo(undo, 'm', [...rows, mistake, undo])).toBe(false)
      }),
    )
  })
})

describe('a decision', () => {
  const c5 = stageOf(cat, 'C5')
  const c0 = stageOf(cat, 'C0')
  if (!c5 || !c0) throw new Error('the library has lost its stages')
  const [c4, c6] = [stageOf(cat, 'C4'), stageOf(cat, 'C6')]
  if (!c4 || !c6) throw new Error('the library has lost its stages')
  const calm: Condition = {
    openVet: [],
    gate: { ok: true, missing: [] },
    lastRedAge: null,
    daysInStage: 30,
    minDaysFactor: 1,
    ticksSet: [...c0.ticks, ...c5.ticks].map(({ key }) => key),
  }
  const free: DecisionQuestion = {
    decision: 'advance',
    recommendation: 'advance',
    from: { status: 'active', stage: c5 },
    to: c6,
    condition: calm,
    reason: null,
  }
  const reason = 'I have seen it myself'

  it('follows the recommendation without a reason', () => {
    expect(refuseDecision(free)).toBeNull()
    expect(refuseDecision({ ...free, decision: 'stay', recommendation: 'stay', to: c5 })).toBeNull()
  })

  it.each([
    ['min_days', { condition: { ...calm, daysInStage: 6 } }],
    ['min_days', { condition: { ...calm, daysInStage: 10, minDaysFactor: 1.5 } }],
    ['red_window', { condition: { ...calm, lastRedAge: 13 } }],
    ['open_vet', { condition: { ...calm, openVet: ['collapse'] } }],
    ['safety_list', { condition: { ...calm, gate: { ok: false, missing: ['carrier'] } } }],
    ['last_stage', { to: null }],
    ['in_enrichment', { from: { status: 'enrichment', stage: c5 } }],
    ['plan_completed', { from: { status: 'completed', stage: c5 } }],
    [
      'ticks_missing',
      { from: { status: 'active', stage: { ...c5, ticks: [{ key: 'fit', label: 'Fit' }] } } },
    ],
  ] satisfies [string, Partial<DecisionQuestion>][])(
    'is refused for %s, whatever the reason',
    (refusal, more) => {
      expect(refuseDecision({ ...free, ...more, reason })).toBe(refusal)
    },
  )

  it('needs a written reason to differ, and for every pause', () => {
    const differs: DecisionQuestion = { ...free, recommendation: 'stay' }
    expect(refuseDecision(differs)).toBe('reason_needed')
    expect(refuseDecision({ ...differs, reason: '  ' })).toBe('reason_needed')
    expect(refuseDecision({ ...differs, reason })).toBeNull()
    for (const decision of decisions.filter((one) => one !== 'advance')) {
      expect(refuseDecision({ ...free, decision, to: c4 })).toBe('reason_needed')
      expect(refuseDecision({ ...free, decision, to: c4, reason })).toBeNull()
    }
    expect(refuseDecision({ ...free, decision: 'pause', recommendation: 'pause' })).toBe('reason_needed')
  })

  it('leaves the intake by its ticks, without a reason', () => {
    const intake: DecisionQuestion = {
      ...free,
      from: { status: 'active', stage: c0 },
      to: nextStage(cat, 'C0'),
      recommendation: 'stay',
      condition: { ...calm, daysInStage: 0, ticksSet: [] },
    }
    expect(refuseDecision(intake)).toBe('ticks_missing')
    const condition = { ...intake.condition, ticksSet: c0.ticks.map(({ key }) => key) }
    expect(refuseDecision({ ...intake, condition })).toBeNull()
    expect(refuseDecision({ ...intake, condition: { ...condition, openVet: ['limp_or_pain'] } })).toBe(
      'open_vet',
    )
  })

  it('steps back to the stage before, never into the intake and never forward', () => {
    expect(stageAfter(cat, 'C5', 'step_back')?.key).toBe('C4')
    expect(stageAfter(cat, 'C5', 'step_back', 'C2')?.key).toBe('C2')
    expect(stageAfter(cat, 'C1', 'step_back')?.key).toBe('C1')
    for (const wrong of ['C0', 'C6', 'R1']) expect(stageAfter(cat, 'C5', 'step_back', wrong)).toBeNull()
    expect(stageAfter(cat, 'C9', 'advance')).toBeNull()
  })
})

describe('the start of a plan', () => {
  const form = {
    protocolKey: cat.key,
    goal: ' Sit on the step ',
    goalRisk: 'low',
    stageKey: 'C0',
    minDaysFactor: '',
  }

  it('reads the form', () => {
    expect(startPlanSchema.parse(form)).toEqual({
      protocolKey: cat.key,
      goal: 'Sit on the step',
      goalRisk: 'low',
      stageKey: 'C0',
      lateStartReason: '',
      minDaysFactor: 1,
    })
    expect(startPlanSchema.safeParse({ ...form, minDaysFactor: '2.5' }).success).toBe(false)
    expect(startPlanSchema.safeParse({ ...form, goal: ' ' }).success).toBe(false)
    expect(goalRisks).toContain(startPlanSchema.parse(form).goalRisk)
  })

  it('asks why it begins later than the intake', () => {
    const late = { stageKey: 'C3', lateStartReason: '' }
    expect(refuseStart(cat, late)).toEqual({ field: 'lateStartReason', message: 'required' })
    expect(refuseStart(cat, { ...late, lateStartReason: 'Wears a harness already' })).toBeNull()
    expect(refuseStart(cat, { ...late, stageKey: 'R1' })).toEqual({
      field: 'stageKey',
      message: 'notAnOption',
    })
    expect(startPlanSchemaFor(cat).safeParse({ ...form, stageKey: 'C3' }).success).toBe(false)
  })
})
