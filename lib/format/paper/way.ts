import type { SummaryAnimal } from '@/lib/domain/note/summary'
import type { SheetBlock, SheetStep } from '@/lib/domain/paper/sheet'
import { isIntake, stageIndex } from '@/lib/domain/protocol/stage'
import { text } from '../text'

type Walker = Pick<SummaryAnimal, 'name' | 'species' | 'protocol' | 'stageKey' | 'decision' | 'outcome'>

/**
 * The way so far, without the intake: it is no step the animal takes; of a completed plan the steps that were taken.
 * Nothing where the animal lives happily indoors.
 */
export function wayOf({ protocol, stageKey, decision, outcome, name, species }: Walker): SheetBlock[] {
  if (!protocol || !stageKey || decision === 'stop_enrich' || outcome === 'indoors') return []
  const at = stageIndex(protocol, stageKey)
  if (at < 0) return []
  const stages = protocol.stages.flatMap((stage, index) =>
    isIntake(stage) || (outcome && index > at)
      ? []
      : [{ ...stage, state: outcome ? ('done' as const) : stateOf(index - at) }],
  )
  const here = stages.findIndex(({ state }) => state === 'here')
  const t = text('ui')
  const label =
    here === -1
      ? t('journey.title', { name })
      : t('journey.flight', { count: stages.length, name, at: here + 1, stage: stages[here]?.name ?? '' })
  const steps = stages.map(({ key, name: words, state }): SheetStep => ({ key, name: words, state }))
  return [{ is: 'way', label, species, steps, door: stages.findIndex(({ place }) => place !== 'indoor') }]
}

const stateOf = (ahead: number): SheetStep['state'] =>
  ahead < 0 ? 'done' : ahead === 0 ? 'here' : ahead === 1 ? 'next' : 'far'
