import { Badge } from '@/components/ui/badge'
import type {
  AlternativeField,
  Differences as Found,
  FieldChange,
  ListChange,
  StageDifference,
  StageField,
} from '@/lib/domain/protocol/differences'
import { isSame } from '@/lib/domain/protocol/differences'
import { text } from '@/lib/format/text'
import { shownValue } from './words'

/** What reads otherwise in the newer version, stage by stage, each change with how it was and how it is. */
export function Differences({ of }: { of: Found }) {
  const t = text('protocol')
  const { renamed, stages, alternative } = of
  if (isSame(of)) return <p className="quiet">{t('differences.none')}</p>
  return (
    <ol className="differences">
      {renamed && (
        <li>
          <h3>{t('differences.name')}</h3>
          <BeforeAfter before={renamed.before} after={renamed.after} />
        </li>
      )}
      {stages.map((stage) => (
        <li key={stage.key}>
          <StageHead stage={stage} />
          <Changes fields={stage.fields} lists={stage.lists} />
        </li>
      ))}
      {alternative.fields.length + alternative.lists.length > 0 && (
        <li>
          <h3>{t('differences.alternative')}</h3>
          <Changes fields={alternative.fields} lists={alternative.lists} />
        </li>
      )}
    </ol>
  )
}

function StageHead({ stage }: { stage: StageDifference }) {
  const t = text('protocol')
  const { key, name, kind, moved, renamedFrom } = stage
  return (
    <h3>
      <span className="stage-key">{key}</span> <bdi>{name}</bdi>{' '}
      {kind === 'added' && <Badge tone="green">{t('differences.added')}</Badge>}
      {kind === 'removed' && <Badge tone="amber">{t('differences.removed')}</Badge>}
      {moved && <Badge>{t('differences.moved', moved)}</Badge>}
      {renamedFrom !== null && (
        <small className="tiny block">{t('differences.renamed', { name: renamedFrom })}</small>
      )}
    </h3>
  )
}

type ChangesProps = {
  fields: readonly FieldChange<StageField | AlternativeField>[]
  lists: readonly ListChange<string>[]
}

function Changes({ fields, lists }: ChangesProps) {
  const t = text('protocol')
  if (fields.length + lists.length === 0) return null
  return (
    <dl className="facts">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <BeforeAfter before={shownValue(field, before)} after={shownValue(field, after)} />
          </dd>
        </div>
      ))}
      {lists.map(({ field, added, removed, reordered }) => (
        <div key={field} className="contents">
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            {reordered && t('differences.reordered')}
            {removed.map((line, at) => (
              <Was key={at}>{line}</Was>
            ))}
            {added.map((line, at) => (
              <Is key={at}>{line}</Is>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const BeforeAfter = ({ before, after }: { before: string; after: string }) => (
  <>
    <Was>{before}</Was>
    <Is>{after}</Is>
  </>
)

/** Crossed out and underlined are also said in words, for those who hear the page. */
const Was = ({ children }: { children: string }) => (
  <span className="block">
    <span className="vh">{text('protocol')('differences.before')} </span>
    <del dir="auto">{children}</del>
  </span>
)
const Is = ({ children }: { children: string }) => (
  <span className="block">
    <span className="vh">{text('protocol')('differences.after')} </span>
    <ins dir="auto">{children}</ins>
  </span>
)
