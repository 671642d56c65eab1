import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choices,
  foods,
  recoveries,
  redEvents,
  tensions,
  type BodyLevel,
} from '@/lib/domain/observation/vocabulary'
import { assess } from './assess'
import { minDaysAsked } from './stage-record'
import { anyInput, anyLevel, runs, scoredStages } from './testing/arbitrary'
import { daysFrom, goodSession, inputOf } from './testing/session-builder'
import type { ReadinessSession } from './types'

const trainedStage = fc.constantFrom(...scoredStages.filter((key) => key !== 'C9' && key !== 'R8'))
const factor = fc.integer({ min: 100, max: 200 }).map((n) => n / 100)

/** At least five perfect sessions on as many of the last days as the stage asks, one seen by an expert. */
function perfectRecord(stage: string, asOf: number, extra: number): ReadinessSession[] {
  const { minSessionDays } = inputOf(stage, 0).stage
  const days = daysFrom(Math.max(0, asOf - Math.max(minSessionDays, 5) + 1), asOf)
  return Array.from({ length: Math.max(5, days.length) + extra }, (_, index) =>
    goodSession(`p${index}`, days[index % days.length] ?? asOf, {
      stage,
      seq: index,
      source: index === 0 ? 'consultant' : 'owner',
    }),
  )
}

describe('the guards', () => {
  it('P8 never advances before the minimum days, and does on that day', () => {
    fc.assert(
      fc.property(trainedStage, factor, fc.nat(3), fc.nat(20), (stage, minDaysFactor, extra, early) => {
        const minimum = minDaysAsked(inputOf(stage, 0).stage.minDays, minDaysFactor)
        const on = (asOf: number) =>
          assess(inputOf(stage, asOf, { minDaysFactor, sessions: perfectRecord(stage, asOf, extra) }))
        expect(on(minimum).recommendation).toBe('advance')
        const before = minimum - 1 - (early % minimum)
        expect(on(before).recommendation).not.toBe('advance')
        expect(on(before).blocks).toContain('min_days')
      }),
      runs,
    )
  })

  it('P9 a red flag: never advance within 7 days, only pause or stop within 3', () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.nat(6),
        fc.constantFrom(...redEvents),
        fc.boolean(),
        (input, age, event, panic) => {
          const red: ReadinessSession = {
            ...goodSession('red', input.asOf - age, { stage: age % 2 === 0 ? input.stage.key : 'C2' }),
            ...(panic ? { stress: 4 as const } : { events: [event] }),
          }
          const answer = assess({ ...input, sessions: [...input.sessions, red] })
          expect(answer.recommendation).not.toBe('advance')
          expect(answer.blocks).toContain('red_block')
          if (age < 3) expect(['pause', 'stop_enrich']).toContain(answer.recommendation)
        },
      ),
      runs,
    )
  })

  it('P10 a bad session scores no lower when it lies further back', () => {
    const answered = fc.record({
      stress: anyLevel,
      food: fc.nat(3),
      choice: fc.nat(4),
      recovery: fc.nat(4),
      tension: fc.nat(3),
      durationSec: fc.nat(1500),
      trigger: fc.boolean(),
      age: fc.nat(30),
    })
    const worstOf = (values: readonly number[], more: number, most: number) =>
      Math.min(most, Math.max(...values) + more)
    fc.assert(
      fc.property(
        fc.constantFrom(...scoredStages),
        fc.array(answered, { minLength: 2, maxLength: 9 }),
        fc.record({ more: fc.nat(1), age: fc.nat(40), trigger: fc.boolean() }),
        (stage, others, bad) => {
          const all = (key: 'stress' | 'food' | 'choice' | 'recovery' | 'tension') =>
            others.map((one) => one[key])
          const said = (id: string, one: Omit<(typeof others)[number], 'age'>, day: number) =>
            goodSession(id, day, {
              stage,
              stress: one.stress,
              food: foods[one.food],
              choice: choices[one.choice],
              recovery: recoveries[one.recovery],
              tension: tensions[one.tension],
              durationSec: one.durationSec,
              trigger: one.trigger,
            })
          const worst = {
            stress: worstOf(all('stress'), bad.more, 4) as BodyLevel,
            food: worstOf(all('food'), bad.more, 3),
            choice: worstOf(all('choice'), bad.more, 4),
            recovery: worstOf(all('recovery'), bad.more, 4),
            tension: worstOf(all('tension'), bad.more, 3),
            durationSec: Math.min(...others.map((one) => one.durationSec)),
            trigger: bad.trigger,
          }
          const scoreAt = (age: number) =>
            assess(
              inputOf(stage, 50, {
                sessions: [
                  ...others.map((one, n) => said(`o${n}`, one, 50 - one.age)),
                  said('z', worst, 50 - age),
                ],
              }),
            )
          const [today, back] = [scoreAt(0), scoreAt(bad.age)]
          if (today.score !== null && back.score !== null) {
            expect(back.raw ?? 0).toBeGreaterThanOrEqual((today.raw ?? 0) - 1e-9)
            expect(back.score).toBeGreaterThanOrEqual(today.score)
          }
        },
      ),
      runs,
    )
  })

  it('P14 stops only with persistence', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { why, facts } = assess(input)
        if (why === 'stop_preference' || why === 'stop_plateau') {
          expect(facts.daysInStage).toBeGreaterThanOrEqual(28)
          expect(facts.improving).not.toBe(true)
        }
        const one = assess({ ...input, sessions: input.sessions.slice(0, 1) })
        expect(one.recommendation).not.toBe('stop_enrich')
      }),
      runs,
    )
  })

  it('P16 never advances into a stage that needs the safety list while it is incomplete', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        if (!input.nextStage?.gate) return
        const answer = assess({ ...input, gate: { ok: false, missing: ['carrier'] } })
        expect(answer.recommendation).not.toBe('advance')
        expect(answer.blocks).toContain('gate')
      }),
      runs,
    )
  })
})
