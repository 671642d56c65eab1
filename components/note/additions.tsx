import { Section } from '@/components/ui/section'
import type { Amendment } from '@/lib/domain/note/summary'
import { dayAndTime } from '@/lib/format/dates'
import { correctedWords } from '@/lib/format/field-words'
import { text } from '@/lib/format/text'
import { Reader } from './reader'

type Props = { amendments: readonly Amendment[]; animals: readonly { animalId: string; name: string }[] }

/** Everything that was added to a signed note, in order: who, when and by which clock, why, and its seal. */
export function Additions({ amendments, animals }: Props) {
  const t = text('note')
  return (
    <Section title={t('reading.additions')}>
      {amendments.length === 0 && <p className="quiet">{t('reading.none')}</p>}
      <ol className="additions">
        {amendments.map(({ id, nth, field, body, reason, shown, by, at, zone, hash }) => (
          <li key={id}>
            <p className="small quiet">
              {t('reading.who', { name: by, at: dayAndTime(at, zone), zone })} ·{' '}
              <Reader practiceOnly={!shown} />
            </p>
            <p className="said-plain" dir="auto">
              <b>{field ? correctedWords(field, animals) : t('reading.added')}</b>: {body}
            </p>
            <p className="small" dir="auto">
              {t('reading.reason', { reason })}
            </p>
            {hash && (
              <p className="seal">
                <span className="small quiet">{t('reading.sealOf', { nth })}</span> <code>{hash}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
