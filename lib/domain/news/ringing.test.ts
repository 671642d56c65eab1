import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { longestKept, turnOf, usualChoice, whenToRing } from './ringing'

const at = (text: string) => Temporal.Instant.from(text)
const zone = 'Europe/London'
const visit = (dueAt: string) => ({ matter: 'visits' as const, dueAt: at(dueAt) })
const flag = (dueAt: string) => ({ matter: 'flags' as const, dueAt: at(dueAt) })
const ask = (due: ReturnType<typeof visit> | ReturnType<typeof flag>, more = {}, now = due.dueAt) =>
  whenToRing(due, { ...usualChoice, ...more }, now, zone)?.toString() ?? null

it('rings by day, and after the quiet hours for what came in them', () => {
  expect(ask(visit('2026-05-14T08:00:00Z'))).toBe('2026-05-14T08:00:00Z')
  expect(ask(visit('2026-05-14T19:59:00Z'))).toBe('2026-05-14T19:59:00Z')
  expect(ask(visit('2026-05-14T20:00:00Z'))).toBe('2026-05-15T07:00:00Z')
  expect(ask(visit('2026-05-14T06:59:00Z'))).toBe('2026-05-14T07:00:00Z')
  expect(ask(visit('2026-05-14T07:00:00Z'))).toBe('2026-05-14T07:00:00Z')
})

it('keeps to the clock of the place in the night it changes', () => {
  expect(ask(visit('2026-03-28T23:00:00Z'))).toBe('2026-03-29T07:00:00Z')
  expect(ask(visit('2026-10-24T22:00:00Z'))).toBe('2026-10-25T08:00:00Z')
})

it('knows hours that lie within a day, and no quiet at all', () => {
  const noon = { quietFrom: 12, quietUntil: 14 }
  expect(ask(visit('2026-05-14T11:30:00Z'), noon)).toBe('2026-05-14T13:00:00Z')
  expect(ask(visit('2026-05-14T23:00:00Z'), noon)).toBe('2026-05-14T23:00:00Z')
  expect(ask(visit('2026-05-14T23:00:00Z'), { quietFrom: 5, quietUntil: 5 })).toBe('2026-05-14T23:00:00Z')
})

it('lets a flag through at night for whoever allowed it, and nothing else', () => {
  const anytime = { flagsAnytime: true }
  expect(ask(flag('2026-05-14T23:00:00Z'))).toBe('2026-05-15T07:00:00Z')
  expect(ask(flag('2026-05-14T23:00:00Z'), anytime)).toBe('2026-05-14T23:00:00Z')
  expect(ask(visit('2026-05-14T23:00:00Z'), anytime)).toBe('2026-05-15T07:00:00Z')
})

it('never rings for what is not wanted, nor for what is a day old', () => {
  expect(ask(visit('2026-05-14T08:00:00Z'), { silent: ['visits'] })).toBeNull()
  expect(ask(flag('2026-05-14T08:00:00Z'), { hidden: ['flags'], flagsAnytime: true })).toBeNull()
  expect(ask(visit('2026-05-14T08:00:00Z'), {}, at('2026-05-15T08:00:00Z'))).toBeNull()
})

it('names a moment that is not quiet, at any hour of any choice', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  fc.assert(
    fc.property(
      hour,
      hour,
      fc.integer({ min: 0, max: 525_600 }),
      fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/St_Johns'),
      (quietFrom, quietUntil, minutes, where) => {
        const now = at('2026-01-01T00:00:00Z').add({ minutes })
        const choice = { ...usualChoice, quietFrom, quietUntil }
        const due = { matter: 'visits' as const, dueAt: now }
        const then = whenToRing(due, choice, now, where)
        expect(then).not.toBeNull()
        expect(then && whenToRing({ ...due, dueAt: then }, choice, then, where)?.equals(then)).toBe(true)
      },
    ),
  )
})

it('is kept for a phone that is off until the quiet hours begin, half a day at the longest', () => {
  const turn = (now: string, more = {}, due: Parameters<typeof turnOf>[0][number] = visit(now)) =>
    turnOf([due], { ...usualChoice, ...more }, at(now), zone)
  expect(turn('2026-05-14T19:30:00Z')).toEqual({ rings: true, kept: 1800 })
  expect(turn('2026-05-14T07:00:00Z')).toEqual({ rings: true, kept: longestKept })
  expect(turn('2026-05-14T20:00:00Z')).toEqual({ rings: false, then: at('2026-05-15T07:00:00Z') })
  const night = '2026-05-14T23:00:00Z'
  expect(turn(night, { flagsAnytime: true }, flag(night))).toEqual({ rings: true, kept: longestKept })
  expect(turnOf([], usualChoice, at(night), zone)).toEqual({ rings: false, then: null })
})

it('keeps nothing into the quiet hours, also in the nights the clocks change', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const change = fc.constantFrom(
    ...(['2026-03-29', '2026-10-25'] as const).map((day) => ({ where: 'Europe/London', day })),
    ...(['2026-04-05', '2026-09-27'] as const).map((day) => ({ where: 'Pacific/Auckland', day })),
    ...(['2026-04-05', '2026-10-04'] as const).map((day) => ({ where: 'Australia/Lord_Howe', day })),
  )
  fc.assert(
    fc.property(
      hour,
      hour,
      change,
      fc.integer({ min: 0, max: 2 * 1440 }),
      (quietFrom, quietUntil, its, minutes) => {
        const now = at(`${its.day}T00:00:00Z`).subtract({ hours: 24 }).add({ minutes })
        const choice = { ...usualChoice, quietFrom, quietUntil }
        const turn = turnOf([{ matter: 'visits', dueAt: now }], choice, now, its.where)
        if (!turn.rings) return
        expect(turn.kept).toBeGreaterThan(0)
        for (let second = 0; second < turn.kept; second += 900) {
          const then = now.add({ seconds: second })
          expect(whenToRing({ matter: 'visits', dueAt: then }, choice, then, its.where)?.equals(then)).toBe(
            true,
          )
        }
      },
    ),
  )
})
