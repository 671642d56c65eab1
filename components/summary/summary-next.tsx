import { dayLong, timeRangeOfWall } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { Summary } from '@/lib/domain/note/summary'

/** When somebody rings the bell again. */
export function SummaryNext({ summary: { next, zone } }: { summary: Summary }) {
  const t = text('summary')
  return (
    <section>
      <h2>{t('next')}</h2>
      {next ? (
        <p>
          <b>
            {t('nextAt', {
              day: dayLong(next.localStart.toPlainDate(), zone),
              range: timeRangeOfWall(next.localStart, next.minutes),
            })}
          </b>{' '}
          <bdi>{next.message}</bdi>
        </p>
      ) : (
        <p>{t('nextNone')}</p>
      )}
    </section>
  )
}
