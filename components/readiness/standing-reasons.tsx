import { Disclosure } from '@/components/ui/disclosure'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'

/** Why the rules say so, in short: rules that held, the six parts, and how sure. */
export function StandingReasons({ standing }: { standing: AnimalStanding }) {
  const t = text('readiness')
  const { score, band, rulesFired, parts, confidenceBand } = standing.assessment
  return (
    <Disclosure
      summary={
        score === null ? t('noScore') : `${t('scoreOf', { score })}, ${t(`band.${band ?? 'unsettled'}`)}`
      }
    >
      <ul className="reason-list small">
        {rulesFired.map((rule) => (
          <li key={rule}>{t(`rule.${rule}`)}</li>
        ))}
        {parts.map(({ key, contribution, outOf }) => (
          <li key={key}>
            {t(`factor.${key}`)}:{' '}
            {contribution === null || outOf === null
              ? t('factorUnknown')
              : t('factorPoints', { points: contribution.toFixed(1), outOf: outOf.toFixed(0) })}
          </li>
        ))}
        <li>{t(`confidence.${confidenceBand}`)}</li>
      </ul>
    </Disclosure>
  )
}
