import type { KeptAssessment } from '@/lib/domain/readiness/snapshot'
import { text } from '@/lib/format/text'
import { ruleWords } from './rules'

/** The smallest next facts, the deciding one first, then what all of them come to. */
export function Changes({ kept }: { kept: KeptAssessment }) {
  const t = text('readiness')
  const facts = oneLineAFact(kept)
  if (facts.length === 0) return null
  return (
    <div className="change">
      <h3>{t('panel.change')}</h3>
      <ol>
        {facts.map(([fact, rules]) => (
          <li key={fact}>
            <div>
              {fact}
              <span>{t('panel.forRule', { rules: rules.join('; ') })}</span>
            </div>
          </li>
        ))}
      </ol>
      <Together kept={kept} />
    </div>
  )
}

function oneLineAFact({ changes }: KeptAssessment): [fact: string, rules: string[]][] {
  const lifted = new Map<string, string[]>()
  for (const { rule, need, count } of changes) {
    const fact = text('readiness')(`change.${need}`, { count })
    lifted.set(fact, [...(lifted.get(fact) ?? []), ruleWords(rule)])
  }
  return [...lifted]
}

/** Nothing to add up where a person reviews first, and in the last stage. */
function Together({ kept: { recommendation, soonest, asked } }: { kept: KeptAssessment }) {
  const t = text('readiness')
  if (recommendation === 'stop_enrich' || !asked?.nextStage) return null
  return (
    <p className="small quiet pt-3">
      {soonest === null ? t('panel.notInSight') : t('panel.soonest', { days: soonest })}
    </p>
  )
}
