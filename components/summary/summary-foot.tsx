import { FridgeLog } from '@/components/print/fridge-log'
import { dayAndTime, dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { SummaryAnimal, Summary } from '@/lib/domain/note/summary'

type Props = { summary: Summary; animal: SummaryAnimal }

/** A week to fill in by hand, what was added later, and the small print. */
export function SummaryFoot({ summary, animal }: Props) {
  const t = text('summary')
  const { zone } = summary
  const visited = summary.localStart.toPlainDate()
  const days = [1, 2, 3, 4, 5, 6].map((days) => dayShort(visited.add({ days }), zone))
  return (
    <>
      {animal.homework.length > 0 && (
        <section>
          <h2>{t('fridge')}</h2>
          <FridgeLog
            caption={t('fridge')}
            dayHead={t('day')}
            days={days}
            columns={[
              { head: t('minutes'), width: 'narrow' },
              { head: t('body'), boxes: ['loose', 'watchful', 'tense'].map((key) => t(`bodies.${key}`)) },
              { head: t('food'), boxes: ['quick', 'slow', 'left'].map((key) => t(`foods.${key}`)) },
              { head: t('heard'), width: 'wide' },
            ]}
          />
        </section>
      )}
      {summary.amendments.length > 0 && (
        <section>
          <h2>{t('added')}</h2>
          <ul className="paper-added">
            {summary.amendments.map(({ id, at, by, body }) => (
              <li key={id} dir="auto">
                {t('addedLine', { at: dayAndTime(at, zone), name: by, body })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="paper-fine">
        {t('fine', { name: animal.name })}{' '}
        {t('signed', {
          name: summary.signedBy,
          at: dayAndTime(summary.signedAt, summary.signedZone),
          hash: summary.contentHash.slice(0, 16),
        })}
      </p>
    </>
  )
}
