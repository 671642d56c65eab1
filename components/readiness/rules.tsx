import { sessionsBehindRule, type RuleSources } from '@/lib/domain/readiness/behind'
import type { Assessment, RuleId } from '@/lib/domain/readiness/types'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import { SessionDays } from './session-days'

type Known = RuleSources & Pick<Assessment, 'rulesFired'>

/** A rule inside a sentence, its first letter small, with the sessions it looked at. */
export function RuleWords({ rule, known, animalId }: { rule: RuleId; known: Known; animalId: string }) {
  return (
    <>
      {ruleWords(rule)}
      <SessionDays sessions={sessionsBehindRule(rule, known)} animalId={animalId} />
    </>
  )
}

/** Every rule that held beside the one that decided, in the order of asking. */
export function OtherRules({ known, animalId }: { known: Known; animalId: string }) {
  const others = known.rulesFired.slice(1)
  if (others.length === 0) return null
  return (
    <div className="sure">
      <h3>{text('readiness')('panel.rules')}</h3>
      <ul>
        {others.map((rule) => (
          <li key={rule}>
            {text('readiness')(`rule.${rule}`)}
            <SessionDays sessions={sessionsBehindRule(rule, known)} animalId={animalId} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export const ruleWords = (rule: RuleId): string => inSentence(text('readiness')(`rule.${rule}`))
