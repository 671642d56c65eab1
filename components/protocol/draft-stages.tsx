import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import type { Refusal } from '@/lib/domain/protocol/across'
import { draftRefusals, type ProtocolDraft } from '@/lib/domain/protocol/draft'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { shownTarget, shownValue } from './words'

type Props = { draftId: string; draft: ProtocolDraft; move: FormAction; remove: FormAction }

/** The stages in order: open one to write it, move it a place, take it out. */
export function DraftStages({ draftId, draft, move, remove }: Props) {
  const t = text('protocol')
  const refusals = draftRefusals(draft)
  const last = draft.stages.length - 1
  return (
    <ol className="rows draft-stages">
      {draft.stages.map((stage, index) => {
        const fields = { draftId, stageKey: stage.key }
        const way = (to: 'up' | 'down') => (
          <ActionButton action={move} fields={{ ...fields, way: to }}>
            {t(to)}
            <span className="vh"> {stage.name}</span>
          </ActionButton>
        )
        return (
          <li key={stage.key}>
            <div>
              <a className="draft-stage" href={paths.draftStage(draftId, stage.key)}>
                <span className="stage-key">{stage.key}</span> <bdi>{stage.name}</bdi>
              </a>
              <p className="small quiet">{factsOf(stage)}</p>
              <ToMend count={countAt(refusals, index)} />
            </div>
            <div className="acts">
              {index > 0 && way('up')}
              {index < last && way('down')}
              {last > 0 && (
                <ActionButton action={remove} fields={fields} look="plain">
                  {t('remove')}
                  <span className="vh"> {stage.name}</span>
                </ActionButton>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const ToMend = ({ count }: { count: number }) =>
  count > 0 && <Badge tone="amber">{text('protocol')('toMend', { count })}</Badge>

const countAt = (refusals: readonly Refusal[], stage: number) =>
  refusals.filter(({ path }) => path[0] === 'stages' && path[1] === stage).length

const factsOf = (stage: Stage): string =>
  [
    shownValue('minDays', stage.minDays),
    shownTarget(stage),
    shownValue('place', stage.place),
    stage.leash ? text('protocol')('onLeash') : '',
    stage.gate ? text('protocol')('withGate') : '',
  ]
    .filter((fact) => fact && fact !== text('protocol')('dash'))
    .join(', ')
