import { confidenceBandOf } from '@/lib/domain/readiness/confidence'
import type { KeptAssessment } from '@/lib/domain/readiness/snapshot'
import { dayOfNumber } from '@/lib/domain/time/time'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** How sure, from what, and what would raise it, each answered by the same rules. */
export function Confidence({ kept: { assessment, raises } }: { kept: KeptAssessment }) {
  const t = text('readiness')
  const { confidence, confidenceBand, sessionsUsed, facts } = assessment
  const last = sessionsUsed.at(-1)
  const word = (value: number) => t(`panel.confidenceWord.${confidenceBandOf(value)}`)
  return (
    <div className="sure">
      <h3>
        {t('panel.confidence')}{' '}
        {t('panel.confidenceIs', {
          word: t(`panel.confidenceWord.${confidenceBand}`),
          value: confidence.toFixed(2),
        })}
      </h3>
      <p>
        {t('panel.evidence', {
          count: sessionsUsed.length,
          days: facts.sessionDays,
          expert: sessionsUsed.some(({ source }) => source !== 'owner') ? 'yes' : 'no',
          last: last ? monthDay(dayOfNumber(last.day), 'UTC') : 'none',
        })}
      </p>
      {raises.length > 0 && (
        <>
          <p>{t('panel.raiseTitle')}</p>
          <ul>
            {raises.map(({ by, to }) => (
              <li key={by}>{t(`panel.raise.${by}`, { to: to.toFixed(2), word: word(to) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
