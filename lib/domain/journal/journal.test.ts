import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { LoggedSession } from '@/lib/domain/log/logged'
import { nothingYet } from '@/lib/domain/log/progress'
import { loggedSession } from '@/lib/domain/log/testing/logged'
import { sessionKinds } from '@/lib/domain/readiness/types'
import { figuresOf } from './figures'
import { firstTimesOf } from './first-times'
import { monthFrom, shortened, spread, weeksOf } from './month'
import { monthsOf } from './months'

const day = (text: string) => Temporal.PlainDate.from(text)
let made = 0
const session = (said: Partial<LoggedSession> = {}) => loggedSession({ id: `s${++made}`, ...said })
const keys = (...sessions: LoggedSession[]) => firstTimesOf(sessions).map(({ key }) => key)

describe('first times', () => {
  it.each<[string, Partial<LoggedSession>, string[]]>([
    ['a first session', { gear: 'none' }, ['session']],
    ['five minutes worn', { durationSec: 300 }, ['session', 'harness_5']],
    ['a second less', { durationSec: 299 }, ['session']],
    ['five minutes beside it', { durationSec: 300, gear: 'none' }, ['session']],
    ['the leash', { gear: 'leash' }, ['session', 'leash']],
    ['ten minutes', { durationSec: 600, gear: 'none' }, ['session', 'calm_10']],
    [
      'ten minutes at the open door',
      { stagePlace: 'threshold', durationSec: 900, longestCalmSec: 600, gear: 'none' },
      ['session', 'calm_10', 'door', 'door_10'],
    ],
    [
      'ten minutes there, of which five were calm',
      { stagePlace: 'threshold', durationSec: 600, longestCalmSec: 300, gear: 'none' },
      ['session', 'door'],
    ],
    ['a step outside', { stagePlace: 'outdoor', gear: 'none' }, ['session', 'outside']],
    [
      'a calm walk',
      { stagePlace: 'outdoor', gear: 'leash', tension: 'slack', durationSec: 300 },
      ['session', 'harness_5', 'leash', 'outside', 'calm_walk'],
    ],
    [
      'a walk on a tight leash',
      { stagePlace: 'outdoor', gear: 'leash', tension: 'steady', durationSec: 300 },
      ['session', 'harness_5', 'leash', 'outside'],
    ],
    ['whom it met, eating', { triggers: ['dog', 'none'], food: 'slow' }, ['session', 'met']],
    ['whom it met, too near to eat', { triggers: ['dog'] }, ['session']],
    ['an hour', { durationSec: 3600, gear: 'none' }, ['session', 'calm_10', 'hours']],
    ['a hard one', { kind: 'stress_fail', level: 2, durationSec: 900, choice: 'came' }, []],
    ['a fright', { kind: 'red', level: 4, stagePlace: 'outdoor' }, []],
    ['a refused treat', { kind: 'stress_fail', food: 'refused', stagePlace: 'outdoor' }, []],
  ])('%s', (_what, said, told) => expect(keys(session(said))).toEqual(told))

  it('adds the calm of all sessions up to hours', () => {
    const [a, b, c] = [1500, 1500, 1500].map((durationSec) => session({ durationSec, gear: 'none' }))
    expect(firstTimesOf([a, b, c] as LoggedSession[]).find(({ key }) => key === 'hours')).toMatchObject({
      sessionId: c?.id,
      count: 1,
    })
  })
})

const anySession = fc
  .record({
    kind: fc.constantFrom(...sessionKinds),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 4 as const),
    stagePlace: fc.constantFrom('indoor' as const, 'threshold' as const, 'outdoor' as const),
    gear: fc.constantFrom('none' as const, 'harness' as const, 'leash' as const),
    choice: fc.constantFrom('came' as const, 'neutral' as const, null),
    tension: fc.constantFrom('slack' as const, 'steady' as const, null),
    durationSec: fc.option(fc.nat(4000)),
    longestCalmSec: fc.option(fc.nat(4000)),
    triggers: fc.subarray(['dog', 'car', 'none']),
    ago: fc.nat(40),
  })
  .map(({ ago, ...said }) => session({ ...said, day: day('2026-05-14').subtract({ days: ago }) }))
const anyWay = fc
  .array(anySession, { maxLength: 30 })
  .map((sessions) => sessions.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)))

describe('whatever is logged', () => {
  it('a first time is told once, of a session that is there and was not stressful', () => {
    fc.assert(
      fc.property(anyWay, (sessions) => {
        const firsts = firstTimesOf(sessions)
        const names = firsts.map(({ key, what, count }) => `${key} ${what} ${count}`)
        expect(new Set(names).size).toBe(names.length)
        for (const { sessionId, key, day } of firsts) {
          const its = sessions.find(({ id }) => id === sessionId)
          expect(its?.day).toEqual(day)
          if (key !== 'hours') expect(['pass', 'criterion_fail']).toContain(its?.kind)
        }
      }),
    )
  })

  it('what comes later moves no first time', () => {
    fc.assert(
      fc.property(anyWay, fc.nat(30), (sessions, until) => {
        const before = firstTimesOf(sessions.slice(0, until))
        expect(firstTimesOf(sessions).slice(0, before.length)).toEqual(before)
      }),
    )
  })

  it('a session that is taken out takes its first times along, and no other moves but forward', () => {
    fc.assert(
      fc.property(anyWay, fc.nat(30), (sessions, at) => {
        const out = sessions[at]
        const left = firstTimesOf(sessions.filter((one) => one !== out))
        expect(left.filter(({ sessionId }) => sessionId === out?.id)).toEqual([])
        for (const first of firstTimesOf(sessions)) {
          if (first.sessionId === out?.id || first.key === 'hours') continue
          expect(left).toContainEqual(first)
        }
      }),
    )
  })

  it('the months hold every session, first time and photo once, newest first', () => {
    fc.assert(
      fc.property(anyWay, (sessions) => {
        const months = monthsOf({ ...nothingYet, sessions }, [])
        const sum = (of: (month: (typeof months)[number]) => number) =>
          months.reduce((all, month) => all + of(month), 0)
        const { sessions: count, days, calmSec } = figuresOf(sessions)
        expect(sum(({ figures }) => figures.sessions)).toBe(count)
        expect(sum(({ figures }) => figures.days)).toBe(days)
        expect(sum(({ figures }) => figures.calmSec)).toBe(calmSec)
        expect(months.flatMap((month) => month.days.flatMap(({ firsts }) => firsts))).toHaveLength(
          firstTimesOf(sessions).length,
        )
        const order = months.map(({ month }) => month.toString())
        expect(order).toEqual([...order].sort().reverse())
      }),
    )
  })
})

describe('months', () => {
  it('tell a rest of five days that is over, and none that goes on', () => {
    const sessions = ['2026-05-01', '2026-05-07', '2026-05-12'].map((on) => session({ day: day(on) }))
    const [may] = monthsOf({ ...nothingYet, sessions }, [])
    expect(may?.days.filter(({ rest }) => rest > 0).map((one) => [String(one.day), one.rest])).toEqual([
      ['2026-05-02', 5],
    ])
    expect(may).toMatchObject({ hardDays: 0, figures: { sessions: 3, days: 3 } })
  })

  it('count a day with two hard sessions as one hard day, and say who wrote most', () => {
    const hard = { kind: 'stress_fail' as const, level: 2 as const }
    const sessions = [session(hard), session(hard), session({ recordedByName: 'Arjun' })]
    const [may] = monthsOf({ ...nothingYet, sessions }, [])
    expect(may?.hardDays).toBe(1)
    expect(may?.figures.people).toEqual([
      { name: 'Lena Berger', sessions: 2 },
      { name: 'Arjun', sessions: 1 },
    ])
  })

  it('have whole weeks from Monday, with nothing before the first day', () => {
    const weeks = weeksOf(Temporal.PlainYearMonth.from('2026-02'), [], day('2026-02-10'))
    expect(weeks.map((week) => week.map((one) => one?.day.day ?? 0))).toEqual([
      [0, 0, 0, 0, 0, 0, 1],
      [2, 3, 4, 5, 6, 7, 8],
      [9, 10, 11, 12, 13, 14, 15],
      [16, 17, 18, 19, 20, 21, 22],
      [23, 24, 25, 26, 27, 28, 0],
    ])
    expect(weeks[2]?.map((one) => one?.mark)).toEqual(['rest', 'today', ...Array(5).fill('ahead')])
  })

  it.each(['2026-13', '2026-1', '1826-01', '2026-01-01', 'may', ''])('%s is none', (text) =>
    expect(monthFrom(text)).toBeUndefined(),
  )

  it('keep whole sentences, else whole words, and photos from the whole month', () => {
    expect(shortened('One two. Three four. Five', 20)).toBe('One two. Three four.')
    expect(shortened('One two three four five six', 15)).toBe('One two three…')
    expect(shortened('One', 20)).toBe('One')
    expect(shortened('x'.repeat(30), 10)).toBe(`${'x'.repeat(10)}…`)
    expect(spread([1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([1, 3, 6, 8])
    expect(spread([1, 2], 4)).toEqual([1, 2])
  })
})
