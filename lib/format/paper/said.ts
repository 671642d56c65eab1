import { stageOf } from '@/lib/domain/protocol/stage'
import type { SummaryAnimal } from '@/lib/domain/note/summary'
import { dayLong } from '../dates'
import { text } from '../text'

/** The one sentence of the visit, from what was decided; of the last one, how the plan ended. */
export function saidOf({ decision, protocol, stageKey, name, pauseUntil, outcome }: SummaryAnimal): string {
  if (outcome) return text('plan')(`outcome.${outcome}.say`, { name })
  const t = text('summary')
  if (!decision || !protocol) return t('say.none')
  return t(`say.${decision}`, {
    name,
    stage: stageOf(protocol, stageKey ?? '')?.name ?? protocol.name,
    until: pauseUntil ? dayLong(pauseUntil, 'UTC') : 'none',
    days: protocol.alternative.reviewDays,
  })
}
