import { v1 } from './rules/v1'
import type { SeenSession } from './sessions'
import type { FactorValues, SessionKind } from './types'

/** red, pass, stress fail or criterion fail, asked in this order. Unknown food, choice or leash never fail. */
export function kindOf({ session, level, red }: SeenSession, factors: FactorValues): SessionKind {
  if (red) return 'red'
  const { food, choice, tension } = session
  const passes =
    level <= v1.calmLevel &&
    factors.criterion !== null &&
    factors.criterion >= v1.passingCriterion &&
    food !== 'refused' &&
    food !== 'sniffed' &&
    choice !== 'avoided' &&
    tension !== 'steady' &&
    tension !== 'sudden'
  if (passes) return 'pass'
  const stressed = level > v1.calmLevel || food === 'refused' || (choice === 'avoided' && level > 0)
  return stressed ? 'stress_fail' : 'criterion_fail'
}

/** Stressful in the rules: a stress fail or a red session. */
export function isStressful(kind: SessionKind): boolean {
  return kind === 'stress_fail' || kind === 'red'
}
