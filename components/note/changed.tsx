import type { Units } from '@/lib/domain/animal/measures'
import type { Change } from '@/lib/domain/note/what-changed'
import { changeWords } from '@/lib/format/change-words'
import { text } from '@/lib/format/text'

type Props = { name: string; changes: Change[] | undefined; units: Units }

/** What changed since the visit before, in three lines at most; said too where nothing did. */
export function Changed({ name, changes, units }: Props) {
  const t = text('note')
  if (!changes?.length)
    return <p className="small quiet">{t(changes ? 'changed.nothing' : 'changed.first', { name })}</p>
  return (
    <div className="changed">
      <h3 className="field-label">{t('changed.title')}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.of} dir="auto">
            {changeWords(change, units)}
          </li>
        ))}
      </ul>
    </div>
  )
}
