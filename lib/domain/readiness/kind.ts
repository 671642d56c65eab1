import type { FactorValues } from './factors'
import type { SeenSession } from './sessions'
import type { SessionKind } from './types'

/** Share of the criterion that makes a session pass: 4 of 5, as in push-drop-stick (Donaldson). */
const passingCriterion = 0.8

/** red, pass, stress fail or criterion fail, asked in this order. Unknown food, choice or leash never fail. */
export function kindOf({ session, level, red }: SeenSession, factors: FactorValues): SessionKind {
  if (red) return 'red'
  const { food, choice, tension } = session
  const passes =
    level <= 1 &&
    factors.criterion !== null &&
    factors.criterion >= passingCriterion &&
    food !== 'refused' &&
    food !== 'sniffed' &&
    choice !== 'avoided' &&
    tension !== 'steady' &&
    tension !== 'sudden'
  if (passes) return 'pass'
  const stressed = level >= 2 || food === 'refused' || (choice === 'avoided' && level === 1)
  return stressed ? 'stress_fail' : 'criterion_fail'
}

/** Stressful in the rules: a stress fail or a red session. */
export function isStressful(kind: SessionKind): boolean {
  return kind === 'stress_fail' || kind === 'red'
}
