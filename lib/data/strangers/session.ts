import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { recordSession, sessionOf, sessionsOf, voidSession } from '../session'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const seen = (animalId: string) => recordedSessionSchema.parse({ id: randomUUID(), animalId, stress: '0' })

export async function recorded({ world, household }: Target): Promise<string> {
  const answer = await recordSession(world.consultant, seen(household.animalId), now)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.sessionId
}

export const session: Record<string, StrangerCase> = {
  recordSession: (stranger, { household }) => recordSession(stranger, seen(household.animalId), now),
  voidSession: async (stranger, target) =>
    voidSession(stranger, { sessionId: await recorded(target), reason: 'Not mine' }, now),
  sessionsOf: async (stranger, target) => {
    await recorded(target)
    return sessionsOf(stranger, target.household.animalId)
  },
  sessionOf: async (stranger, target) => sessionOf(stranger, await recorded(target)),
}
