import type { Refusal } from '@/lib/domain/protocol/across'
import type { ProtocolDraft } from '@/lib/domain/protocol/draft'
import { pathText } from '@/lib/domain/protocol/interchange'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { draftId: string; draft: ProtocolDraft; refusals: readonly Refusal[] }

/** What keeps a draft from being published, each with the way to where it is written. */
export function ToMendList({ draftId, draft, refusals }: Props) {
  const t = text('protocol')
  return (
    <ul className="rows">
      {refusals.map(({ path, message }) => {
        const stage = path[0] === 'stages' && typeof path[1] === 'number' ? draft.stages[path[1]] : undefined
        const field = `field.${path[stage ? 2 : path.length - 1]}`
        const href = stage ? paths.draftStage(draftId, stage.key) : paths.protocolDraft(draftId)
        return (
          <li key={pathText(path) + message}>
            <a className="reach" href={href}>
              <bdi>{stage ? `${stage.key} ${stage.name}` : draft.name}</bdi>
              {t.has(field) && `, ${t(field)}`}
            </a>{' '}
            {t(`problem.${message}`)}
          </li>
        )
      })}
    </ul>
  )
}
