import type { PlanState } from '@/lib/domain/plan/state'
import type { Decision } from '@/lib/domain/plan/words'
import { sentencesOf } from '@/lib/domain/protocol/homework'
import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { nextStage, stageOf, stepBackStage } from '@/lib/domain/protocol/stage'
import type { HomeworkDraft } from './schema'

const nothing: HomeworkDraft = { exercise: '', sentences: [], dose: '', good: '', stop: '' }

/** What the homework fields begin with: the protocol's own wording for the stage that was decided for. */
export function proposeHomework(
  protocol: Protocol,
  state: Pick<PlanState, 'status' | 'stageKey'>,
  decision: Decision | null,
): HomeworkDraft {
  if (decision === 'pause') return nothing
  if (decision === 'stop_enrich' || state.status === 'enrichment') {
    const { name, items } = protocol.alternative
    return { ...nothing, exercise: name, sentences: items.slice(0, 3).map(asSentence) }
  }
  const stage = stageDecidedFor(protocol, state.stageKey, decision)
  return stage ? wordingOf(stage) : nothing
}

function stageDecidedFor(protocol: Protocol, stageKey: string, decision: Decision | null): Stage | null {
  if (decision === 'advance') return nextStage(protocol, stageKey)
  if (decision === 'step_back') return stepBackStage(protocol, stageKey)
  return stageOf(protocol, stageKey)
}

const wordingOf = (stage: Stage): HomeworkDraft => ({
  exercise: stage.name,
  sentences: sentencesOf(stage.homework).slice(0, 3),
  dose: asSentence(stage.dose),
  good: '',
  stop: asSentence(stage.signs),
})

const asSentence = (line: string): string =>
  line ? `${line.charAt(0).toUpperCase()}${line.slice(1)}`.replace(/\.?$/, '.') : ''
