import { v1 } from '@/lib/domain/readiness/rules/v1'
import type { Assessment } from '@/lib/domain/readiness/types'
import { text } from '@/lib/format/text'

/** The number with its band, or how many sessions are still missing. */
export function Figure({ assessment }: { assessment: Assessment }) {
  const t = text('readiness')
  const { score, band, record, confidenceBand, facts } = assessment
  if (score === null || band === null) {
    const need = v1.fewestSessions
    const have = Math.min(need, facts.sessions)
    return (
      <div className="figure">
        <p className="dots" role="img" aria-label={t('panel.progress', { have, need })}>
          {Array.from({ length: need }, (_, index) => (
            <i key={index} className={index < have ? 'full' : undefined} />
          ))}
        </p>
        <p className="band">{t('panel.progress', { have, need })}</p>
      </div>
    )
  }
  return (
    <div className="figure">
      <p className="big">{score}</p>
      <p className="band">
        <b>{t(`band.${band}`)}</b>, {t(`panel.range.${band}`)}
        <br />
        {t('panel.withConfidence', { is: confidenceBand })}
        {record && (
          <>
            <br />
            {t(`panel.record.${record}`)}
          </>
        )}
      </p>
    </div>
  )
}
