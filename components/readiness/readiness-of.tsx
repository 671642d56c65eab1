import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { whatWouldChange } from '@/lib/domain/readiness/change'
import { applicableFactors } from '@/lib/domain/readiness/factors'
import { dayShort, relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { Readiness } from './readiness'

/** The score that the push towards the next stage asks for. */
const threshold = 75

/** An assessment in the words and numbers of the panel. `sessionsHref` is where the sessions behind it stand. */
export function readinessOf(standing: AnimalStanding, zone: string, sessionsHref: string): Readiness {
  const t = text('readiness')
  const p = text('plan')
  const { assessment, input, today, sentence } = standing
  const { score, raw, band, caps, parts, rulesFired, sessionsUsed } = assessment
  const others = rulesFired.slice(1).map((rule) => lowered(t(`rule.${rule}`)))
  const applies = applicableFactors(input.stage)
  return {
    name: standing.name,
    recommendation: standing.recommendation,
    sentence: t(`sentence.${sentence.key}`, sentence.params),
    why: (
      <>
        <a className="reach" href={sessionsHref}>
          {lowered(t(`rule.${assessment.why}`))}
        </a>
        . {others.length > 0 && p('panel.also', { rules: others.join('; ') })}{' '}
        {caps.map(({ key, limit }) => p('panel.held', { cap: t(`cap.${key}`, { limit }) })).join(' ')}
      </>
    ),
    score,
    raw: raw === null ? null : Math.floor(raw + 0.5),
    ...(band && { band: { word: t(`band.${band}`), range: p(`panel.range.${band}`) } }),
    ...(input.nextStage && { threshold }),
    ...(score === null && { progress: { have: Math.min(3, sessionsUsed.length), need: 3 } }),
    confidence: {
      word: p(`panel.confidence.${assessment.confidenceBand}`),
      detail: `${evidence(standing, zone)} ${p(`panel.raise.${raisedBy(standing)}`)}`.trim(),
    },
    parts: parts.map(({ key, weight, contribution, outOf }) => ({
      key,
      label: t(`factor.${key}`),
      hint: p(`panel.hint.${key}`),
      points: contribution,
      weight: outOf === null ? weight : Math.round(outOf * 10) / 10,
      applies: applies.includes(key),
      ...(contribution !== null && { shown: contribution.toFixed(1), href: sessionsHref }),
    })),
    changes: changesOf(standing),
    ...(sessionsUsed.length > 0 && {
      sessions: { href: sessionsHref, label: p('panel.sessions', { count: sessionsUsed.length }) },
    }),
    stamp: p('panel.stamp', { date: dayShort(today, zone), rules: assessment.ruleSet }),
  }
}

/** One line a fact, with every rule that it would lift. */
function changesOf({ input, assessment }: AnimalStanding): Readiness['changes'] {
  const lifted = new Map<string, string[]>()
  for (const { rule, need, count } of whatWouldChange(input, assessment)) {
    const fact = text('readiness')(`change.${need}`, { count })
    lifted.set(fact, [...(lifted.get(fact) ?? []), lowered(text('readiness')(`rule.${rule}`))])
  }
  return [...lifted].map(([fact, rules]) => ({
    key: fact,
    fact,
    effect: text('plan')('panel.forRule', { rule: rules.join('; ') }),
  }))
}

function evidence({ assessment, today }: AnimalStanding, zone: string): string {
  const { sessionsUsed, facts } = assessment
  return text('plan')('panel.evidence', {
    count: sessionsUsed.length,
    days: facts.sessionDays,
    expert: sessionsUsed.some(({ source }) => source !== 'owner') ? 'yes' : 'no',
    last:
      facts.lastSessionAge === null
        ? 'none'
        : relativeDay(today.subtract({ days: facts.lastSessionAge }), today, zone),
  })
}

/** The one thing that would raise the confidence most. Ours, in this order. */
function raisedBy({ assessment: { confidenceBand, facts, sessionsUsed } }: AnimalStanding) {
  if (confidenceBand === 'high' || sessionsUsed.length === 0) return 'none'
  if ((facts.lastSessionAge ?? 0) > 3) return 'fresh'
  if (facts.sessionDays < facts.minSessionDays) return 'days'
  return sessionsUsed.some(({ source }) => source !== 'owner') ? 'days' : 'expert'
}

/** A rule inside a sentence: its first letter small. */
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
