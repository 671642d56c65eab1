import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { mostOccurrences, occurrencesOf, type SeriesRule } from './series'
import { changeFollowing, endBefore, ruleFrom } from './series-edit'
import { planSeries } from './series-preview'
import { askedOf, consultantWith, spotAt, visitAt, wallsOf } from './testing/practice'
import type { Weekday } from './working-time'

const wall = (text: string) => Temporal.PlainDateTime.from(text)
const thursdays: SeriesRule = {
  ...{ first: wall('2026-05-14T10:00'), everyWeeks: 2, weekdays: [4], end: { count: 3 } },
}
const days = (rule: SeriesRule) => occurrencesOf(rule).map(({ day }) => day.toString())

describe('occurrences', () => {
  it('are every so many weeks, by count or to a last day', () => {
    expect(days(thursdays)).toEqual(['2026-05-14', '2026-05-28', '2026-06-11'])
    const until = Temporal.PlainDate.from('2026-05-28')
    expect(days({ ...thursdays, weekdays: [5, 1], end: { until } })).toEqual(['2026-05-15', '2026-05-25'])
    expect(days({ ...thursdays, end: { count: 1000 } })).toHaveLength(mostOccurrences)
    expect(days({ ...thursdays, weekdays: [] })).toEqual([])
  })
})

describe('a series that is planned', () => {
  it('says of each occurrence what is in its way and which times would do', () => {
    const taken = visitAt('2026-05-28T10:30', 60, spotAt(30), { id: 'miso' })
    const consultant = consultantWith([taken])
    const planned = planSeries(askedOf(consultant), consultant, thursdays)
    expect(planned.every(({ slot }) => slot)).toBe(false)
    expect(planned.map(({ misfits }) => misfits.length)).toEqual([0, 1, 0])
    expect(planned[1]?.misfits).toEqual([{ why: 'overlap', with: 'miso' }])
    expect(wallsOf(planned[1]?.alternatives ?? [])).toEqual(['09:20', '11:45', '12:15'])
  })

  it('looks at the days around where its own is full', () => {
    const closed = { day: Temporal.PlainDate.from('2026-05-28'), kind: 'closed' as const, name: 'Moving day' }
    const consultant = consultantWith()
    const [, second] = planSeries(askedOf(consultant, { closings: [closed] }), consultant, thursdays)
    expect(second?.misfits).toEqual([{ why: 'closed', name: 'Moving day' }])
    expect(second?.alternatives.length).toBe(3)
  })
})

const rules = fc.record({
  first: fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 95 }))
    .map(([day, at]) => wall('2026-01-05T00:00').add({ days: day, minutes: at * 15 })),
  everyWeeks: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.uniqueArray(
    fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
    { minLength: 1, maxLength: 3 },
  ),
  end: fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
    fc.record({
      until: fc
        .integer({ min: 200, max: 400 })
        .map((by) => Temporal.PlainDate.from('2026-01-05').add({ days: by })),
    }),
  ),
})

describe('editing this and the following', () => {
  it('never destroys the others, and puts every visit in exactly one list', () => {
    const flags = fc.array(fc.constantFrom('', 'own', 'settled', 'gone'), { minLength: 104, maxLength: 104 })
    fc.assert(
      fc.property(rules, fc.option(rules), flags, fc.nat(), (rule, after, states, pick) => {
        const old = occurrencesOf(rule)
        const from = old[pick % Math.max(1, old.length)]?.day
        if (!from) return
        const visits = old.flatMap(({ day }, index) => {
          const state = states[index] ?? ''
          const visit = { id: day.toString(), day, own: state === 'own', settled: state === 'settled' }
          return state === 'gone' ? [] : [visit]
        })
        const edit = changeFollowing(rule, visits, from, after)
        const listed = [...edit.kept, ...edit.freed, ...edit.moved.map(({ id }) => id)]
        expect(listed.toSorted()).toEqual(visits.map(({ id }) => id).toSorted())
        for (const { id, day, own, settled } of visits)
          if (own || settled || Temporal.PlainDate.compare(day, from) < 0) expect(edit.kept).toContain(id)
        expect(edit.before ? days(edit.before) : []).toEqual(
          days(rule).filter((day) => day < from.toString()),
        )
        const wanted = after ? occurrencesOf(after).length : 0
        const following = old.filter(({ day }) => day.toString() >= from.toString()).length
        expect(edit.added.length).toBe(Math.max(0, wanted - following))
      }),
    )
  })

  it('moves Thursdays at ten to Fridays at nine from the second on', () => {
    const from = Temporal.PlainDate.from('2026-05-28')
    const after = ruleFrom(thursdays, from, wall('2026-05-29T09:00'))
    const visits = days(thursdays).map((day) => ({
      ...{ id: day, day: Temporal.PlainDate.from(day), own: false, settled: false },
    }))
    const edit = changeFollowing(thursdays, visits, from, after)
    expect(edit.kept).toEqual(['2026-05-14'])
    expect(edit.moved.map(({ id, wall: to }) => `${id} ${to.toString()}`)).toEqual([
      '2026-05-28 2026-05-29T09:00:00',
      '2026-06-11 2026-06-12T09:00:00',
    ])
    expect([edit.freed, edit.added]).toEqual([[], []])
    expect(endBefore(thursdays, visits, from).freed).toEqual(['2026-05-28', '2026-06-11'])
  })
})
