import type { Temporal } from 'temporal-polyfill'
import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import { sessionsBehindCap } from '@/lib/domain/readiness/behind'
import type { KeptAssessment } from '@/lib/domain/readiness/snapshot'
import { v1 } from '@/lib/domain/readiness/rules/v1'
import { dayAndTime, dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { Changes } from './changes'
import { Confidence } from './confidence'
import { Figure } from './figure'
import { Parts } from './parts'
import { OtherRules, RuleWords } from './rules'
import { Scale } from './scale'
import { SessionDays } from './session-days'
import { SessionsBehind } from './sessions-behind'

type Props = {
  kept: KeptAssessment
  animalId: string
  /** The animal's name. */
  name: string
  /** The moment it was computed, or the day of a page that computes it now. */
  computed: Temporal.Instant | Temporal.PlainDate
  zone: string
  title?: string
  /** Where the earlier ones stand; left out on one of them. */
  historyHref?: string
}

/**
 * The verdict first, then the number, what it is made of, how sure it is, what would change it, the sessions
 * behind it, and what it is not. Draws a kept assessment and one of this moment alike, from the same facts.
 */
export function ReadinessPanel({ kept, animalId, name, computed, zone, title, historyHref }: Props) {
  const t = text('readiness')
  const { assessment, recommendation, said, asked } = kept
  const { score, raw, caps, parts } = assessment
  const known = { ...assessment, ...(asked && { stagePlaces: asked.stagePlaces }) }
  const when = 'epochMilliseconds' in computed ? dayAndTime(computed, zone) : dayShort(computed, zone)
  return (
    <Section
      title={title ?? t('panel.title')}
      aside={t('panel.stamp', { date: when, rules: assessment.ruleSet })}
      className="readiness"
    >
      <div className="verdict">
        <Figure assessment={assessment} />
        <div className="verdict-words">
          <State is={recommendation} />
          <p className="verdict-sentence">{said}</p>
          <p className="verdict-why">
            {t('panel.decidedBy')} <RuleWords rule={assessment.why} known={known} animalId={animalId} />
          </p>
        </div>
      </div>
      {score !== null && raw !== null && (
        <>
          <Scale score={score} raw={raw} {...(asked?.nextStage && { threshold: v1.advance.score })} />
          <Parts parts={parts} raw={raw} leash={asked?.stage.leash ?? true} />
          {caps.map(({ key, limit }) => (
            <p key={key} className="part-held">
              {t(`cap.${key}`, { limit })}
              <SessionDays sessions={sessionsBehindCap(key, known)} animalId={animalId} />
              <b>{limit}</b>
            </p>
          ))}
        </>
      )}
      <Confidence kept={kept} />
      <OtherRules known={known} animalId={animalId} />
      <Changes kept={kept} />
      <SessionsBehind assessment={assessment} leash={asked?.stage.leash ?? true} animalId={animalId} />
      <p className="isnot">
        {t('panel.isNot', { name })}{' '}
        {historyHref && (
          <a className="reach" href={historyHref}>
            {t('panel.history')}
          </a>
        )}
      </p>
    </Section>
  )
}
