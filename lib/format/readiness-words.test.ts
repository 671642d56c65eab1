import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as words from '@/lib/domain/observation/vocabulary'
import { decisionRefusals } from '@/lib/domain/plan/decision'
import { decisions, goalRisks } from '@/lib/domain/plan/words'
import observation from '@/lib/messages/en/observation.json'
import readiness from '@/lib/messages/en/readiness.json'
import { text } from '@/lib/format/text'
import { assess } from '@/lib/domain/readiness/assess'
import { needs } from '@/lib/domain/readiness/change'
import { decidingSentence, type SentenceFacts } from '@/lib/domain/readiness/sentence'
import { anyInput, runs } from '@/lib/domain/readiness/testing/arbitrary'
import { daysFrom, goodDays, goodSession, inputOf } from '@/lib/domain/readiness/testing/session-builder'
import {
  bands,
  capKeys,
  confidenceBands,
  factorKeys,
  recommendations,
  ruleIds,
  sessionKinds,
  type ReadinessInput,
} from '@/lib/domain/readiness/types'

const t = text('readiness')
const facts: SentenceFacts = {
  name: 'Miso',
  stage: 'Buckle and wear',
  nextStage: 'Leash drags indoors',
  backStage: 'Touch and drape',
  backMinDays: 3,
  trigger: null,
  observation: 'Limp or pain',
  pauseReason: 'Moving house',
  pauseDays: 4,
  reviewDays: 90,
  showDay: (days) => `day +${days}`,
}
const say = (input: ReadinessInput, more: Partial<SentenceFacts> = {}) => {
  const { key, params } = decidingSentence(assess(input), { ...facts, ...more })
  return t(`sentence.${key}`, params)
}
const good = goodDays(daysFrom(1, 5))
const hard = goodSession('h', 6, { stress: 2 })

describe('the sentence that decides', () => {
  it.each<[string, ReadinessInput, Partial<SentenceFacts>?]>([
    [
      'Ready for the next step: Leash drags indoors. Start with half the time.',
      inputOf('C3', 5, { sessions: good }),
    ],
    ['Going well. Day 4 of at least 5. Keep the same.', inputOf('C3', 5, { enteredDay: 1, sessions: good })],
    [
      'Not stressed, just not interested. Half the time, better reward.',
      inputOf('C3', 6, { sessions: [...good, { ...hard, stress: 0, food: 'sniffed' }] }),
    ],
    [
      'One hard day. Same again, easier, further from the lorry.',
      inputOf('C3', 6, { sessions: [...good, hard] }),
      { trigger: 'the lorry' },
    ],
    ['One hard day. Same again, easier.', inputOf('C3', 6, { enteredDay: 2, sessions: [...good, hard] })],
    [
      'Puts up with it, does not choose it yet. More waiting, less doing.',
      inputOf('C6', 6, { sessions: goodDays(daysFrom(1, 6), { stage: 'C6', choice: 'neutral' }) }),
    ],
    ['Not enough yet: 2 more sessions.', inputOf('C3', 5, { sessions: good.slice(0, 1) })],
    ['Not enough yet: 1 more session.', inputOf('C3', 5, { sessions: good.slice(0, 2) })],
    [
      'Moved a bit fast. Back to Touch and drape for at least 3 days. That is normal.',
      inputOf('C3', 6, { sessions: [hard, { ...hard, id: 'i' }] }),
    ],
    [
      'Moved a bit fast. Start Buckle and wear again, for at least 5 days. That is normal.',
      inputOf('C3', 6, { sessions: [hard, { ...hard, id: 'i' }] }),
      { backStage: null },
    ],
    [
      'Rest until day +2. No harness. Play and food as usual.',
      inputOf('C3', 7, { sessions: [{ ...hard, stress: 4 }] }),
    ],
    [
      'Paused: Moving house. Rest until day +4. No harness. Play and food as usual.',
      inputOf('C3', 7, { contextPause: ['move'] }),
    ],
    [
      'Miso is telling us no. Indoor programme instead; ask again in 90 days.',
      inputOf('C3', 9, { sessions: ['a', 'b', 'c'].map((id) => ({ ...hard, id, stress: 4 as const })) }),
    ],
    [
      'Seen: Limp or pain. Please call your vet before the next session.',
      inputOf('C3', 7, { openVet: ['limp_or_pain'] }),
    ],
    [
      'Miso is ready. The safety list is not: 2 items missing.',
      inputOf('C5', 9, {
        sessions: goodDays(daysFrom(2, 9), { stage: 'C5' }),
        gate: { ok: false, missing: ['carrier', 'gear_check'] },
      }),
    ],
  ])('%s', (sentence, input, more) => {
    expect(say(input, more)).toBe(sentence)
  })

  it('exists for every record', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(say(input)).toMatch(/[a-z].*\.$/)
      }),
      runs,
    )
  })
})

describe('the catalogue', () => {
  const has = (area: object, under: string, keys: readonly string[]) => {
    const labels = (area as Record<string, Record<string, unknown>>)[under] ?? {}
    expect(keys.filter((key) => !(key in labels))).toEqual([])
  }

  it('has words for every key that can be shown', () => {
    has(readiness, 'rule', ruleIds)
    has(readiness, 'recommendation', recommendations)
    has(readiness, 'band', bands)
    has(readiness, 'confidence', confidenceBands)
    has(readiness, 'factor', factorKeys)
    has(readiness, 'kind', sessionKinds)
    has(readiness, 'cap', capKeys)
    has(readiness, 'change', needs)
    has(readiness, 'refusal', decisionRefusals)
    has(readiness, 'decision', decisions)
    has(readiness, 'goalRisk', goalRisks)
    has(observation, 'body', words.bodyLevelKeys)
    has(observation, 'sign', words.signs)
    has(observation, 'food', words.foods)
    has(observation, 'choice', words.choices)
    has(observation, 'recovery', words.recoveries)
    has(observation, 'tension', words.tensions)
    has(observation, 'source', words.sessionSources)
    has(observation, 'event', words.redEvents)
    has(observation, 'health', words.healthSignKeys)
    has(observation, 'ended', words.endings)
    has(observation, 'trigger', words.triggers)
    has(observation, 'triggerDistance', words.triggerDistances)
    has(observation, 'place', words.places)
    has(observation, 'ownerMood', words.ownerMoods)
    has(observation, 'timeBand', words.timeBands)
    has(observation, 'noise', words.noiseLevels)
    has(observation, 'weather', words.weathers)
    has(observation, 'duration', words.durationBandKeys)
    has(observation, 'species', words.species)
  })
})
