import { expect, it } from 'vitest'
import { saidKeys } from '@/lib/domain/log/said'
import { winKeys } from '@/lib/domain/log/wins'
import { triggers } from '@/lib/domain/observation/vocabulary'
import { atOnceKeys } from '@/lib/domain/session/at-once'
import { shareLinkStates } from '@/lib/domain/share/link'
import home from '@/lib/messages/en/home.json'
import readiness from '@/lib/messages/en/readiness.json'
import share from '@/lib/messages/en/share.json'
import { text } from './text'

const anything = {
  ...{ name: 'Moth', stage: 'Buckle and wear', trigger: 'the dog', observation: 'Limp or pain' },
  ...{ reason: 'Moving house', date: '3 June', n: 2, min: 3, k: 2, days: 90, time: '5 min', what: 'a dog' },
  ...{ ok: 4, of: 5 },
}

it('says every deciding sentence to the household in words of its own', () => {
  for (const key of Object.keys(readiness.sentence))
    expect(text('home')(`say.${key}`, anything)).toMatch(/^[A-Z\d].+\.$/)
})

it('keeps why a person paused to the practice', () => {
  expect(home.say.pause_open + home.say.pause_until).not.toContain('{reason}')
})

it('has words for every win, every first sentence, everything to do at once', () => {
  for (const key of winKeys) expect(text('home')(`wins.${key}`, anything)).toBeTruthy()
  for (const key of saidKeys) expect(text('home')(`said.${key}`, anything)).toMatch(/\.$/)
  for (const key of atOnceKeys) expect(text('home')(`doNow.${key}.body`, anything)).toMatch(/\.$/)
  for (const key of triggers) if (key !== 'none') expect(home.met).toHaveProperty(key)
  for (const key of shareLinkStates) expect(share.list).toHaveProperty(key)
})

it('shames nobody', () => {
  expect(JSON.stringify(home)).not.toMatch(/\b(fail|failed|wrong way|streak|missed|behind)\b/i)
})
