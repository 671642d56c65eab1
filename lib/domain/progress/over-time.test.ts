import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { StageEntry } from '@/lib/domain/plan/state'
import { protocolFor } from '@/lib/domain/protocol/library'
import { lastWeeks, rangeFrom, type PlanOverTime } from './over-time'
import { lastOfEachDay, runsOf, type StoredScore } from './score'
import { restsOf, spansOf } from './stages'
import { anySessions, daysAgo, today } from './testing/sessions'

const programme = { protocol: protocolFor('cat'), versions: {} }
const storedAt = (ago: number, hour: number, said: Partial<StoredScore> = {}): StoredScore => ({
  id: `${ago}-${hour}`,
  asOf: daysAgo(ago),
  computedAt: daysAgo(ago).toZonedDateTime({ timeZone: 'UTC', plainTime: { hour } }).toInstant(),
  stageKey: 'C3',
  score: 50,
  confidence: 0.5,
  ...said,
})
const entry = (
  id: string,
  kind: StageEntry['kind'],
  stageKey: string,
  ago: number,
  more = {},
): StageEntry => ({
  id,
  kind,
  stageKey,
  fromStageKey: null,
  protocolId: 'p',
  enteredOn: daysAgo(ago),
  undoes: null,
  pauseUntil: null,
  ...more,
})
const shown = (entries: StageEntry[]) =>
  spansOf(entries, programme, today).map(({ stageKey, from, until }) => [
    stageKey,
    from.until(today).days,
    until.until(today).days,
  ])

describe('scores', () => {
  test('several a day: the last one, whatever the order', () => {
    const stored = [storedAt(2, 18, { score: 70 }), storedAt(2, 9), storedAt(1, 9), storedAt(2, 12)]
    expect(lastOfEachDay(stored).map(({ id }) => id)).toEqual(['2-18', '1-9'])
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 10, max: 23 })), { selector: String }),
        (moments) => {
          const all = moments.map(([ago, hour]) => storedAt(ago, hour))
          expect(lastOfEachDay([...all].reverse())).toEqual(lastOfEachDay(all))
          expect(lastOfEachDay(all)).toHaveLength(new Set(moments.map(([ago]) => ago)).size)
        },
      ),
    )
  })

  test('a line never runs through two stages or a long silence', () => {
    const runs = runsOf([
      storedAt(29, 9),
      storedAt(22, 9),
      storedAt(14, 9),
      storedAt(13, 9, { stageKey: 'C4' }),
      storedAt(11, 9, { stageKey: 'C4' }),
      storedAt(10, 9),
    ])
    expect(runs.map((run) => run.map(({ id }) => id))).toEqual([
      ['29-9', '22-9'],
      ['14-9'],
      ['13-9', '11-9'],
      ['10-9'],
    ])
  })
})

describe('stages', () => {
  test('each from its first day to the next change; pauses and the end change none', () => {
    expect(
      shown([
        entry('1', 'start', 'C1', 30),
        entry('2', 'advance', 'C2', 20),
        entry('3', 'pause', 'C2', 15),
        entry('4', 'resume', 'C2', 12),
        entry('5', 'step_back', 'C1', 10),
        entry('6', 'stop_enrich', 'C1', 5),
        entry('7', 'change_version', 'C1', 4),
        entry('8', 'resume', 'C1', 2),
        entry('9', 'complete', 'C1', 1),
      ]),
    ).toEqual([
      ['C1', 30, 20],
      ['C2', 20, 10],
      ['C1', 10, 5],
      ['CE', 5, 2],
      ['C1', 2, -1],
    ])
  })

  test('what was taken back never was, and a stage left the same day has no day', () => {
    expect(
      shown([
        entry('1', 'start', 'C1', 30),
        entry('2', 'advance', 'C2', 20),
        entry('3', 'undo', 'C1', 20, { undoes: '2' }),
        entry('4', 'advance', 'C2', 10),
        entry('5', 'step_back', 'C1', 10),
      ]),
    ).toEqual([['C1', 30, -1]])
  })

  test('a rest ends on its day, when a person ends it, or not yet', () => {
    const until = (days: number) => ({ pauseUntil: daysAgo(days) })
    const rests = restsOf(
      [
        entry('1', 'start', 'C1', 30),
        entry('2', 'pause', 'C1', 25, until(20)),
        entry('3', 'pause', 'C1', 15, until(5)),
        entry('4', 'resume', 'C1', 12),
        entry('5', 'pause', 'C1', 3),
      ],
      today,
    )
    expect(rests.map(({ from, until: end }) => [from.until(today).days, end.until(today).days])).toEqual([
      [25, 20],
      [15, 12],
      [3, -1],
    ])
  })
})

describe('the last weeks', () => {
  const plan: PlanOverTime = {
    from: daysAgo(90),
    last: today,
    programme,
    spans: spansOf([entry('1', 'start', 'C3', 90), entry('2', 'advance', 'C4', 40)], programme, today),
    rests: [{ from: daysAgo(70), until: daysAgo(20) }],
    scores: [60, 28, 27, 0].map((ago) => storedAt(ago, 9)),
    sessions: [],
    told: [],
    cut: false,
  }

  test('are 28 local days with today; stages and rests are cut at the edge', () => {
    const four = lastWeeks(plan, 4)
    expect(four.from.toString()).toBe(daysAgo(27).toString())
    expect(four.spans.map(({ stageKey }) => stageKey)).toEqual(['C4'])
    expect(four.rests[0]?.from.toString()).toBe(four.from.toString())
    expect(four.scores.map(({ id }) => id)).toEqual(['27-9', '0-9'])
    expect(lastWeeks(plan, null).from.toString()).toBe(plan.from.toString())
    expect(lastWeeks({ ...plan, from: daysAgo(10) }, 12).from.toString()).toBe(daysAgo(10).toString())
  })

  test('hold every session of their days and no other', () => {
    fc.assert(
      fc.property(anySessions, fc.constantFrom(4 as const, 12 as const, null), (sessions, weeks) => {
        const kept = lastWeeks({ ...plan, sessions }, weeks)
        const inside = sessions.filter(({ day }) => Temporal.PlainDate.compare(day, kept.from) >= 0)
        expect(new Set(kept.sessions)).toEqual(new Set(inside))
      }),
    )
  })

  test('are asked for by an address that says so, else the whole plan', () => {
    expect(['4', '12', '5', '', 'all', undefined].map(rangeFrom)).toEqual([4, 12, null, null, null, null])
  })
})
