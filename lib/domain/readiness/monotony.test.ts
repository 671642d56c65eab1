import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choices, foods, recoveries, tensions, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import { assess } from './assess'
import { applicableFactors, factorsOf } from './factors'
import { readSessions } from './sessions'
import { anyInput, changed, inputAndSession, runs } from './testing/arbitrary'
import { goodSession } from './testing/session-builder'
import type { FactorKey, ReadinessInput, ReadinessSession } from './types'

const close = 1e-9

/** Never lower where both have a score. */
function neverLower(worse: ReadinessInput, better: ReadinessInput) {
  const [low, high] = [assess(worse), assess(better)]
  if (low.score !== null && high.score !== null) expect(high.score).toBeGreaterThanOrEqual(low.score)
  return { low, high }
}

/** Holds for a record with one session answered worse and the same session answered better. */
function rewards<Key extends 'food' | 'choice' | 'recovery' | 'tension'>(
  key: Key,
  bestFirst: readonly NonNullable<ReadinessSession[Key]>[],
) {
  const pair = fc.tuple(fc.nat(bestFirst.length - 1), fc.nat(bestFirst.length - 1))
  fc.assert(
    fc.property(inputAndSession, pair, ({ input, session }, [a, b]) => {
      if (!session) return
      const worse = bestFirst[Math.max(a, b)]
      const better = bestFirst[Math.min(a, b)]
      neverLower(changed(input, session, { [key]: worse }), changed(input, session, { [key]: better }))
    }),
    runs,
  )
}

describe('more of one thing', () => {
  it('P3 more stress never raises the score and never turns into advance', () => {
    fc.assert(
      fc.property(inputAndSession, fc.integer({ min: 1, max: 4 }), ({ input, session }, more) => {
        if (!session) return
        const stress = Math.min(4, (session.stress ?? 0) + more) as BodyLevel
        const { low, high } = neverLower(changed(input, session, { stress }), input)
        if (low.recommendation === 'advance') expect(high.recommendation).toBe('advance')
      }),
      runs,
    )
  })

  it('P4 better food', () => {
    rewards('food', foods.slice(0, 4))
  })

  it('P5 more criterion', () => {
    fc.assert(
      fc.property(inputAndSession, fc.nat(1500), fc.nat(5), ({ input, session }, time, ok) => {
        if (!session) return
        const { durationSec, repsTotal, repsOk } = session
        if (typeof durationSec === 'number') {
          neverLower(input, changed(input, session, { durationSec: durationSec + time }))
        }
        if (repsTotal && typeof repsOk === 'number') {
          neverLower(input, changed(input, session, { repsOk: Math.min(repsTotal, repsOk + ok) }))
        }
      }),
      runs,
    )
  })

  it('P6 better choice, faster recovery, slacker leash', () => {
    rewards('choice', choices)
    rewards('recovery', recoveries)
    rewards('tension', tensions)
  })

  it('P15 stillness is not calm, and time in fear earns nothing', () => {
    fc.assert(
      fc.property(
        inputAndSession,
        fc.constantFrom('freeze', 'flop'),
        fc.nat(3000),
        ({ input, session }, sign, time) => {
          if (!session) return
          const calm = changed(input, session, { stress: 0, signs: [] })
          const still = changed(input, session, { stress: 0, signs: [sign] })
          const before = assess(calm).raw
          if (before !== null) expect(assess(still).raw).toBeLessThan(before)
          const brief = changed(input, session, { stress: 3, durationSec: 1 })
          const long = changed(input, session, { stress: 3, durationSec: 1 + time })
          expect(assess(long).raw).toBe(assess(brief).raw)
        },
      ),
      runs,
    )
  })
})

describe('what is absent', () => {
  it('P7 is not zero: no sessions give no score, food never offered costs nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(assess({ ...input, sessions: [] }).score).toBeNull()
        const never = input.sessions.map((one) => ({ ...one, food: 'not_offered' as const }))
        const unasked = input.sessions.map(({ food: _, ...one }) => one)
        expect(assess({ ...input, sessions: never })).toEqual(assess({ ...input, sessions: unasked }))
        const stage = input.stage.key
        const perfect = [0, 1, 2, 3, 4].map((n) =>
          goodSession(`p${n}`, input.asOf, { stage, food: 'not_offered' }),
        )
        expect(assess({ ...input, sessions: perfect }).score).toBe(100)
      }),
      runs,
    )
  })

  it('P7 deleting a worst value never lowers raw', () => {
    const fields: Record<Exclude<FactorKey, 'calm'>, Partial<ReadinessSession>> = {
      criterion: { durationSec: null, repsOk: null },
      food: { food: null },
      choice: { choice: null },
      recovery: { recovery: null },
      handling: { tension: null },
    }
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = assess(input).raw
        if (before === null) return
        const mine = readSessions(input).filter(
          ({ session }) => session.stage === input.stage.key && session.day >= input.enteredDay,
        )
        for (const key of applicableFactors(input.stage)) {
          if (key === 'calm') continue
          const known = mine
            .map((seen) => ({ seen, value: factorsOf(seen.session, seen.level, input.stage)[key] }))
            .filter((one): one is typeof one & { value: number } => one.value !== null)
            .sort((a, b) => a.value - b.value)
          const worst = known[0]
          // The only known value is a worst one when it is nothing; otherwise there is nothing to compare it with.
          if (!worst || (known.length === 1 && worst.value > 0)) continue
          if (key === 'recovery' && worst.seen.level <= 1) continue
          const after = assess(changed(input, worst.seen.session, fields[key])).raw
          if (after !== null) expect(after).toBeGreaterThanOrEqual(before - close)
        }
      }),
      runs,
    )
  })
})
