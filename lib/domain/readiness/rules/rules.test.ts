import { describe, expect, it } from 'vitest'
import { assess } from '../assess'
import { daysFrom, goodDays, goodSession, inputOf } from '../testing/session-builder'
import { ruleIds, type ReadinessInput, type RuleId } from '../types'
import { ruleSet } from './rule-set'

const avoided = { choice: 'avoided', stress: 0 } as const
const tense = { stress: 2 } as const
const c3 = (days: readonly number[]) => goodDays(days, { stage: 'C3' })

/** One example where each rule decides, and the smallest change after which it does not. */
const examples: [RuleId, ReadinessInput, Partial<ReadinessInput>][] = [
  ['vet_open', inputOf('C3', 6, { sessions: c3(daysFrom(0, 6)), openVet: ['collapse'] }), { openVet: [] }],
  [
    'stop_reds',
    inputOf('C3', 60, {
      enteredDay: 50,
      sessions: [
        goodSession('r1', 1, { stage: 'C2', events: ['injury'] }),
        goodSession('r2', 30, { stage: 'C2', stress: 4 }),
        goodSession('r3', 40, { stage: 'C8', signs: ['yowl'] }),
      ],
    }),
    { asOf: 61 },
  ],
  [
    'stop_panic_outdoor',
    inputOf('C6', 40, {
      enteredDay: 36,
      stepBacks: 1,
      sessions: [
        goodSession('p1', 11, { stage: 'C7', stress: 4 }),
        goodSession('p2', 37, { stage: 'C6', stress: 4 }),
      ],
    }),
    { stepBacks: 0 },
  ],
  [
    'stop_preference',
    inputOf('C6', 28, { sessions: goodDays(daysFrom(19, 28), { stage: 'C6', ...avoided }) }),
    { enteredDay: 1 },
  ],
  [
    'stop_plateau',
    inputOf('C3', 30, {
      stepBacks: 1,
      sessions: goodDays(daysFrom(10, 30), {
        stress: 2,
        food: 'refused',
        choice: 'walked_off',
        durationSec: 6,
      }),
    }),
    { stepBacks: 0 },
  ],
  [
    'rest',
    inputOf('C3', 9, { sessions: [...c3(daysFrom(1, 6)), goodSession('r', 7, { stress: 4 })] }),
    { asOf: 10 },
  ],
  [
    'context',
    inputOf('C3', 6, { sessions: c3(daysFrom(0, 6)), contextPause: ['move'] }),
    { contextPause: [] },
  ],
  [
    'rat_rest',
    inputOf('R2', 9, { sessions: goodDays([3, 4, 5], { stage: 'R2', ...avoided }) }),
    { species: 'cat' },
  ],
  [
    'back_red',
    inputOf('C3', 12, {
      sessions: [goodSession('r', 6, { events: ['tangled_panic'] }), ...c3(daysFrom(7, 12))],
    }),
    { asOf: 13 },
  ],
  [
    'back_two_of_three',
    inputOf('C3', 6, {
      sessions: [...c3([0, 1, 2]), goodSession('x', 4, tense), goodSession('y', 6, tense)],
    }),
    { asOf: 5 },
  ],
  [
    'back_three_of_five',
    inputOf('C3', 6, {
      sessions: [
        goodSession('x', 1, tense),
        ...goodDays([2], tense),
        goodSession('y', 3, tense),
        ...[5, 6].map((day) => goodSession(`z${day}`, day)),
      ],
    }),
    {
      sessions: [
        goodSession('x', 2, tense),
        goodSession('y', 3, tense),
        goodSession('z5', 5),
        goodSession('z6', 6),
      ],
    },
  ],
  ['few_sessions', inputOf('C3', 9, { sessions: c3([8, 9]) }), { sessions: c3([7, 8, 9]) }],
  [
    'min_days',
    inputOf('C3', 7, { sessions: c3(daysFrom(1, 7)), minDaysFactor: 1.5 }),
    { minDaysFactor: 1.4 },
  ],
  [
    'min_session_days',
    inputOf('C3', 6, { sessions: [...c3([4, 5, 6]), goodSession('x', 6), goodSession('y', 6)] }),
    { sessions: c3([3, 4, 5, 6]) },
  ],
  [
    'red_block',
    inputOf('C5', 33, {
      enteredDay: 21,
      sessions: [
        goodSession('r', 20, { stage: 'C4', stress: 4 }),
        ...goodDays(daysFrom(24, 33), { stage: 'C5' }),
      ],
    }),
    { asOf: 34 },
  ],
  ['stale', inputOf('C3', 21, { sessions: c3(daysFrom(0, 6)) }), { asOf: 20 }],
  [
    'food_unknown',
    inputOf('C3', 6, {
      sessions: [
        ...c3([0, 1]),
        ...[2, 3, 4].map((day) => goodSession(`n${day}`, day, { food: 'not_offered' })),
        ...[5, 6].map((day) => goodSession(`f${day}`, day)),
      ],
    }),
    {
      sessions: [
        ...c3([0, 1]),
        ...[2, 3].map((day) => goodSession(`n${day}`, day, { food: 'not_offered' })),
        ...[4, 5, 6].map((day) => goodSession(`f${day}`, day)),
      ],
    },
  ],
  [
    'push_rule',
    inputOf('C3', 6, {
      sessions: [
        ...c3([1, 2]),
        goodSession('x', 3, tense),
        goodSession('y', 4, { durationSec: 60 }),
        goodSession('z', 6),
      ],
    }),
    { sessions: [...c3([1, 2, 3]), goodSession('y', 4, { durationSec: 60 }), goodSession('z', 6)] },
  ],
  [
    'last_not_pass',
    inputOf('C3', 6, { sessions: [...c3(daysFrom(1, 5)), goodSession('x', 6, { durationSec: 479 })] }),
    { sessions: [...c3(daysFrom(1, 5)), goodSession('x', 6, { durationSec: 480 })] },
  ],
  [
    'tolerating',
    inputOf('C6', 6, { sessions: goodDays(daysFrom(1, 6), { stage: 'C6', choice: 'neutral' }) }),
    { sessions: goodDays(daysFrom(1, 6), { stage: 'C6', choice: 'hesitated_joined' }) },
  ],
  [
    'score',
    inputOf('C4', 7, {
      sessions: goodDays(daysFrom(1, 7), {
        stage: 'C4',
        stress: 1,
        food: 'slow',
        choice: 'walked_off',
        durationSec: 960,
        tension: 'brief',
        repsOk: 4,
        repsTotal: 5,
      }).map((one, index) =>
        index === 2
          ? {
              ...one,
              durationSec: 0,
              choice: 'avoided' as const,
              food: 'refused' as const,
              tension: 'sudden' as const,
            }
          : one,
      ),
    }),
    { sessions: goodDays(daysFrom(1, 7), { stage: 'C4' }) },
  ],
  ['confidence', inputOf('C3', 14, { sessions: c3(daysFrom(0, 6)) }), { asOf: 6 }],
  [
    'gate',
    inputOf('C5', 9, {
      sessions: goodDays(daysFrom(1, 9), { stage: 'C5' }),
      gate: { ok: false, missing: ['carrier'] },
    }),
    { gate: { ok: true, missing: [] } },
  ],
  [
    'last_stage',
    inputOf('C9', 30, { sessions: goodDays(daysFrom(20, 30), { stage: 'C9' }) }),
    { nextStage: inputOf('C8', 0).stage },
  ],
  ['advance', inputOf('C3', 5, { sessions: c3(daysFrom(1, 5)) }), { enteredDay: 1 }],
]

describe('each rule', () => {
  it.each(examples)('%s decides, and at its edge it does not', (rule, input, edge) => {
    const answer = assess(input)
    expect({ why: answer.why, blocks: answer.blocks }).toMatchObject({ why: rule })
    expect(assess({ ...input, ...edge }).rulesFired).not.toContain(rule)
  })

  it('has an example', () => {
    expect(new Set(examples.map(([rule]) => rule))).toEqual(new Set(ruleIds))
    expect([...ruleSet.map(({ id }) => id), 'advance']).toEqual(ruleIds)
  })
})
