import { Temporal } from 'temporal-polyfill'
import { choiceFrom } from '@/lib/domain/caseload/choice'
import { caseloadOf } from '../caseload'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const caseload: Record<string, StrangerCase> = {
  caseloadOf: async (stranger, { world, household }) => {
    const { consultant } = world
    const seen = []
    for (const who of ['all', consultant.memberId, undefined]) {
      const { cases, withoutPlan } = await caseloadOf(stranger, choiceFrom({ who }), now)
      seen.push(...[...cases, ...withoutPlan.animals].filter(({ id }) => id === household.animalId))
    }
    return seen
  },
}
