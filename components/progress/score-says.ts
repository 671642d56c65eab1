import { confidenceBandOf } from '@/lib/domain/readiness/confidence'
import { compareDays } from '@/lib/domain/progress/session'
import { monthDay } from '@/lib/format/dates'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'

/** Where the score stands in the stage of now, and what happened on the way. */
export function scoreSays({ plan, redDays, stageName }: Drawn): string {
  return [hereSays({ plan, stageName }), waySays({ plan, redDays })].filter(Boolean).join(' ')
}

function hereSays({ plan, stageName }: Pick<Drawn, 'plan' | 'stageName'>): string {
  const t = text('progress')
  const scored = plan.scores.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]))
  const [last, here] = [scored.at(-1), plan.spans.at(-1)]
  if (!last || !here) return t('score.none')
  const since = { stage: here.name, date: monthDay(here.from, 'UTC') }
  const inHere = scored.filter(
    ({ stageKey, asOf }) => stageKey === here.stageKey && compareDays(asOf, here.from) >= 0,
  )
  const first = inHere[0]
  if (here.level === -1)
    return t('score.indoors', { ...since, before: stageName(last.stageKey), last: last.score })
  if (!first) return t('score.elsewhere', { ...since, before: stageName(last.stageKey), last: last.score })
  const confidence = inSentence(text('readiness')(`confidence.${confidenceBandOf(last.confidence)}`))
  return inHere.length === 1
    ? t('score.steady', { ...since, last: last.score, confidence })
    : t('score.here', { ...since, first: first.score, last: last.score, confidence })
}

function waySays({ plan: { spans }, redDays }: Pick<Drawn, 'plan' | 'redDays'>): string {
  const lastRed = redDays.at(-1)
  return text('progress')('score.way', {
    steps: Math.max(0, spans.length - 1),
    back: spans.filter(({ level }, index) => level < (spans[index - 1]?.level ?? level) && level >= 0).length,
    red: redDays.length,
    redDay: lastRed ? monthDay(lastRed, 'UTC') : '',
  })
}
