import { OpenWhereWide } from '@/components/ui/open-where-wide'
import { State } from '@/components/ui/state'
import type { LastNote } from '@/lib/domain/note/pages'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { HomeRead } from './home-read'
import { ReadFields } from './read-fields'

type Props = { last: LastNote; animal: { animalId: string; name: string }; zone: string }

/** The note before, beside the one that is written: this animal's part, then the home. Folded away on a phone. */
export function LastNotePart({ last, animal, zone }: Props) {
  const t = text('note')
  const { block, body, corrections, decision, day, visitId } = last
  return (
    <aside className="last-note">
      <OpenWhereWide summary={t('last.title', { day: dayLong(day, zone) })}>
        <ReadFields animal={{ ...animal, block }} corrections={corrections} />
        {decision && (
          <p className="small">
            <State is={decision}>{t('last.decided', { decision: t(`decisions.${decision}`) })}</State>
          </p>
        )}
        <h3 className="field-label">{t('last.home')}</h3>
        <HomeRead body={body} corrections={corrections} />
        <a className="reach small" href={paths.readNote(visitId)}>
          {t('last.whole')}
        </a>
      </OpenWhereWide>
    </aside>
  )
}
