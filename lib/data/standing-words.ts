import type { Temporal } from 'temporal-polyfill'
import type { StandingWords } from '@/lib/domain/standing/standing'
import { monthDay } from '@/lib/format/dates'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'

/** The words that a deciding sentence takes in: what was met, what was seen, a day. */
export function standingWords(zone: string): StandingWords {
  const seen = text('observation')
  const met = text('plan')
  return {
    trigger: (key) => met(`met.${key}`),
    observation: (signs) =>
      signs
        .map((sign, index) => (index === 0 ? seen(`health.${sign}`) : inSentence(seen(`health.${sign}`))))
        .join(', '),
    showDay: (day: Temporal.PlainDate) => monthDay(day, zone),
  }
}
