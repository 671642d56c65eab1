import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { sessionsBehindCap, sessionsBehindRule } from './behind'
import { whatWouldChange } from './change'
import { whatWouldRaise } from './raise'
import { askAgain } from './recompute'
import { readSnapshot, type Snapshot } from './snapshot'
import { tenths } from './tenths'
import { anyInput, fewRuns, hopefulInput } from './testing/arbitrary'
import { goodSession } from './testing/session-builder'
import type { ReadinessInput } from './types'

function keep({ sessions: _, ...asked }: ReadinessInput, input = { sessions: _, ...asked }): Snapshot {
  const assessment = assess(input)
  return {
    format: 1,
    name: 'Moth',
    stageName: asked.stage.key,
    nextStageName: null,
    recommendation: assessment.recommendation,
    said: 'Keep the same.',
    sentence: { key: 'stay_days', params: { n: 1 } },
    assessment,
    changes: whatWouldChange(input, assessment),
    soonest: null,
    raises: whatWouldRaise(input, assessment),
    asked,
  }
}

describe('a kept assessment', () => {
  it('is read as it was written, through JSON', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { asked, ...kept } = keep(input)
        const read = readSnapshot(JSON.parse(JSON.stringify({ ...kept, asked })))
        expect(read).toMatchObject(kept)
        expect(askAgain(keep(input), input.sessions).assessment).toEqual(
          read?.asked && assess({ ...read.asked, sessions: input.sessions }),
        )
      }),
      fewRuns,
    )
  })

  it('of the first shape keeps its verdict; of no known shape it is null, never an error', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { assessment, sentence } = keep(input)
        const older = {
          ...assessment,
          sentence,
          sessionsUsed: assessment.sessionsUsed.map(({ factors: _, ...one }) => one),
          redFlags: assessment.redFlags.map(({ level: _, ...one }) => one),
        }
        const { rulesFired, score, why } = assessment
        expect(readSnapshot(older)).toMatchObject({
          asked: null,
          changes: [],
          assessment: { score, why, rulesFired },
        })
      }),
      fewRuns,
    )
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(readSnapshot(kept)).toBeNull()
      }),
    )
  })

  it('asked again with the same sessions answers the same; what came and went is named', () => {
    fc.assert(
      fc.property(hopefulInput, (input) => {
        const kept = keep(input)
        expect(askAgain(kept, input.sessions)).toMatchObject({
          assessment: kept.assessment,
          same: true,
          gone: [],
          added: [],
        })
        const [out, ...rest] = input.sessions
        const late = goodSession('late', input.asOf, { stage: input.stage.key })
        const next = goodSession('next', input.asOf + 1, { stage: input.stage.key })
        const again = askAgain(kept, [...rest, late, next])
        expect(again.gone).toEqual(out && out.day >= input.enteredDay ? [{ id: out.id, day: out.day }] : [])
        expect(again.added).toEqual([{ id: 'late', day: input.asOf }])
      }),
      fewRuns,
    )
  })
})

describe('the sessions behind a rule or a cap', () => {
  it('are among those that were used, and say what the rule says', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const assessment = assess(input)
        const sources = { ...assessment, stagePlaces: input.stagePlaces }
        const known = new Set([...assessment.sessionsUsed, ...assessment.redFlags].map(({ id }) => id))
        const kindOf = new Map(assessment.sessionsUsed.map(({ id, kind }) => [id, kind]))
        for (const rule of assessment.rulesFired) {
          const behind = sessionsBehindRule(rule, sources)
          for (const { id } of behind) expect(known.has(id)).toBe(true)
          if (['rest', 'red_block', 'back_red', 'stop_reds'].includes(rule))
            for (const { id } of behind)
              expect(assessment.redFlags.some((red) => red.id === id) || kindOf.get(id) === 'red').toBe(true)
          if (rule === 'back_three_of_five') expect(behind.length).toBeGreaterThanOrEqual(3)
          if (rule === 'back_two_of_three') expect(behind.length).toBeGreaterThanOrEqual(2)
          if (rule === 'stop_panic_outdoor') expect(behind).toHaveLength(2)
        }
        for (const { key } of assessment.caps)
          if (key !== 'cap_push') expect(sessionsBehindCap(key, sources).length).toBeGreaterThan(0)
      }),
      fewRuns,
    )
  })
})

describe('points shown with one decimal', () => {
  it('add up to the total shown with one decimal, and none is off by a whole tenth', () => {
    const shares = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(shares, (numbers) => {
        const total = numbers.reduce((sum, one) => sum + one, 0)
        const shown = tenths(numbers, total)
        const sum = shown.reduce((all, one) => all + Math.round(one * 10), 0)
        expect(sum).toBe(Math.floor(total * 10 + 1e-7))
        for (const [index, one] of shown.entries())
          expect(Math.abs(one - (numbers[index] ?? 0))).toBeLessThan(0.1 + 1e-6)
      }),
    )
  })
})
