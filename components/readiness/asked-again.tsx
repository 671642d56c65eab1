import { Section } from '@/components/ui/section'
import type { PastAssessment } from '@/lib/domain/standing/history'
import type { Assessment } from '@/lib/domain/readiness/types'
import { text } from '@/lib/format/text'
import { ruleWords } from './rules'
import { SessionDays } from './session-days'

/** Beside what it was: the same day with the sessions as they are known now, and which ones make the difference. */
export function AskedAgain({ past: { kept, again, animalId } }: { past: PastAssessment }) {
  const t = text('readiness')
  if (!kept) return null
  const then = kept.assessment
  return (
    <Section title={t('history.againTitle')}>
      {again === null ? (
        <p className="pt-3">{t('history.againNot')}</p>
      ) : (
        <>
          <p className="pt-3">
            {again.same
              ? t('history.againSame', { now: again.assessment.ruleSet, after: answer(again.assessment) })
              : t('history.again', {
                  then: then.ruleSet,
                  before: answer(then),
                  now: again.assessment.ruleSet,
                  after: answer(again.assessment),
                })}
          </p>
          <ul className="again">
            {(['gone', 'added'] as const).map(
              (which) =>
                again[which].length > 0 && (
                  <li key={which}>
                    {t(`history.${which}`)}
                    <SessionDays sessions={again[which]} animalId={animalId} />
                  </li>
                ),
            )}
          </ul>
          <p className="small quiet">{t('history.againRest')}</p>
        </>
      )}
    </Section>
  )
}

function answer({ recommendation, score, why }: Assessment): string {
  const t = text('readiness')
  return t('history.answer', {
    recommendation: t(`recommendation.${recommendation}`),
    rule: ruleWords(why),
    score: score ?? 'none',
  })
}
