import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  choices,
  endings,
  foods,
  goodSignsBySpecies,
  recoveries,
  tensions,
  triggers,
} from '@/lib/domain/observation/vocabulary'
import { sessionKinds } from '@/lib/domain/readiness/types'
import type { LoggedSession } from './logged'
import { daysToChoose, questionsFor, usualPlace } from './questions'
import { saidOf } from './said'
import { ownerLogSchema } from './schema'
import { loggedSession } from './testing/logged'
import { weekOf, weeksPractised } from './week'
import { winsOf } from './wins'

const day = (text: string) => Temporal.PlainDate.from(text)
let made = 0
const session = (more: Partial<LoggedSession> = {}): LoggedSession =>
  loggedSession({ id: `s${++made}`, day: day('2026-05-14'), durationSec: 300, ...more })
const keys = (...sessions: LoggedSession[]) => winsOf(sessions).map(({ key }) => key)

describe('wins', () => {
  it('tells a first time once, and the rarest thing of a session', () => {
    expect(keys(session(), session())).toEqual(['first_pass'])
    expect(keys(session({ choice: 'came', goodSigns: ['tail_up'] }), session({ choice: 'came' }))).toEqual([
      'came',
    ])
    expect(keys(session({ stagePlace: 'outdoor', stageName: 'First spot' }))).toEqual(['first_outdoors'])
    expect(keys(session({ stagePlace: 'threshold', triggers: ['dog'], food: 'quick' }))).toEqual([
      'first_at_door',
    ])
  })

  it('takes a longer calm time for a record only when it is clearly longer', () => {
    const [a, b, c] = [
      session({ durationSec: 240 }),
      session({ durationSec: 280 }),
      session({ durationSec: 600 }),
    ]
    expect(winsOf([a, b, c])).toMatchObject([
      { key: 'longest_calm', count: 600, sessionId: c.id },
      { key: 'first_pass', sessionId: a.id },
    ])
    expect(keys(session({ durationSec: 20 }), session({ durationSec: 50 }))).toEqual(['first_pass'])
  })

  it('counts a long time under stress for nothing', () => {
    expect(
      keys(session({ level: 3, kind: 'stress_fail', durationSec: 3600, choice: 'came', food: 'quick' })),
    ).toEqual([])
    expect(keys(session({ level: 4, kind: 'red' }))).toEqual([])
  })

  it('sees a tense animal come back', () => {
    expect(keys(session({ level: 2, kind: 'stress_fail', recovery: '<30s' }))).toEqual(['recovered'])
  })

  it('says whom it met, once each, and that a purr alone proves nothing', () => {
    const met = session({ triggers: ['dog', 'none'], food: 'slow' })
    expect(winsOf([met, session({ triggers: ['dog'], food: 'slow' })])).toMatchObject([
      { key: 'trigger_calm', what: 'dog', sessionId: met.id },
    ])
    expect(keys(session({ kind: 'criterion_fail', goodSigns: ['purrs'] }))).toEqual([])
  })

  it('counts the tenth session, newest first', () => {
    const wins = winsOf(Array.from({ length: 10 }, () => session()))
    expect(wins[0]).toMatchObject({ key: 'sessions', count: 10 })
  })
})

describe('the week', () => {
  it('runs from Monday, with rest for days without a session', () => {
    const week = weekOf(
      [
        { day: day('2026-05-11'), kind: 'pass' },
        { day: day('2026-05-13'), kind: 'pass' },
        { day: day('2026-05-13'), kind: 'stress_fail' },
      ],
      day('2026-05-14'),
    )
    expect(week.map(({ mark }) => mark)).toEqual([
      'practised',
      'rest',
      'hard',
      'today',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(week[0]?.day.toString()).toBe('2026-05-11')
  })

  it('counts weeks, not sessions, over the turn of the year', () => {
    const days = ['2025-12-29', '2025-12-31', '2026-01-02', '2026-01-05'].map((one) => ({ day: day(one) }))
    expect(weeksPractised(days)).toBe(2)
  })
})

describe('what is said after a log', () => {
  it.each<[Partial<LoggedSession>, string]>([
    [{ kind: 'red', level: 4 }, 'red'],
    [{ kind: 'stress_fail', level: 2, recovery: '<2m', triggers: ['dog'] }, 'came_back'],
    [{ kind: 'stress_fail', level: 3, ended: 'stopped_by_person', signs: ['crawl'] }, 'stopped_in_time'],
    [{ kind: 'stress_fail', level: 1, choice: 'avoided' }, 'said_no'],
    [{ kind: 'stress_fail', level: 2, triggers: ['car'] }, 'met_hard'],
    [{ kind: 'stress_fail', level: 0, food: 'refused' }, 'refused_food'],
    [{ kind: 'stress_fail', level: 2, signs: ['flop'] }, 'hard'],
    [{ kind: 'criterion_fail', choice: 'walked_off' }, 'walked_off'],
    [{ kind: 'criterion_fail', food: 'sniffed' }, 'not_interested'],
    [{ kind: 'criterion_fail', durationSec: null }, 'not_measured'],
    [{ kind: 'criterion_fail', durationSec: 30 }, 'short'],
    [{ choice: 'came', food: 'quick' }, 'came_and_ate'],
    [{ triggers: ['dog'], choice: 'came' }, 'met_calm'],
    [{ goodSigns: ['purrs', 'tail_up'] }, 'sign'],
    [{ durationSec: 300 }, 'lasted'],
  ])('%j', (more, key) => expect(saidOf(session(more)).key).toBe(key))

  it('has an answer for everything that can be tapped', () => {
    const maybe = <T>(...options: readonly T[]) => fc.option(fc.constantFrom(...options))
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...sessionKinds),
          level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
          food: maybe(...foods),
          choice: maybe(...choices),
          recovery: maybe(...recoveries),
          tension: maybe(...tensions),
          ended: maybe(...endings),
          durationSec: fc.option(fc.nat(4000)),
          triggers: fc.subarray([...triggers]),
          goodSigns: fc.subarray([...goodSignsBySpecies.cat]),
        }),
        (more) => {
          const said = saidOf(session(more))
          expect(said.key).toMatch(/^[a-z_]+$/)
          if (more.kind === 'red') expect(said.key).toBe('red')
          expect(winsOf([session(more)]).length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('the form', () => {
  it('asks for repetitions and the leash only where there are some, in the order of the notebook', () => {
    expect(questionsFor({ leash: false })).not.toContain('leash')
    expect(questionsFor({ leash: true, reps: 5 }).slice(0, 5)).toEqual([
      'exercise',
      'when',
      'duration',
      'reps',
      'body',
    ])
    expect(questionsFor(null)).not.toContain('reps')
    expect(usualPlace({ place: 'threshold' })).toBe('door')
    expect(usualPlace({ place: 'outdoor' })).toBeUndefined()
    expect(daysToChoose(day('2026-05-03')).map(String)).toHaveLength(8)
    expect(String(daysToChoose(day('2026-05-03')).at(-1))).toBe('2026-04-26')
  })

  it('forgets a time typed before "just now", and takes a lower bound or the stopwatch', () => {
    const animalId = '018f4b6e-0000-4000-8000-000000000001'
    const now = ownerLogSchema.parse({
      animalId,
      stress: '0',
      day: 'now',
      time: '18:00',
      durationBand: '2_to_5min',
    })
    expect(now).toMatchObject({ time: undefined, durationSec: 120 })
    const past = ownerLogSchema.parse({
      animalId,
      stress: '0',
      day: '2026-05-13',
      time: '18:00',
      durationSec: '47',
    })
    expect(past).toMatchObject({ time: '18:00', day: '2026-05-13', durationSec: 47 })
    expect(ownerLogSchema.safeParse({ animalId }).error?.issues[0]).toMatchObject({
      path: ['stress'],
      message: 'required',
    })
  })
})
