import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import * as schema from '@/db/schema'

export type Practice = {
  world: World
  household: Household
  visitId: string
  planId: string
  sessionId: string
}

/** A practice with `rows` households, `rows` visits around today (eight a day) and `rows` sessions of one cat. */
export async function practiceOf(rows: number): Promise<Practice> {
  const world = await makeWorld({ name: `Practice of ${rows}` })
  const household = await makeHousehold(world)
  const planId = await makePlan(world, household)
  const today = Temporal.Now.plainDateISO(world.zone)
  let visitId = ''
  for (let at = 0; at < rows; at++) {
    const one = at === 0 ? household : await makeHousehold(world, { name: `Household ${at}` })
    // Today first, then the days before and after it in turn.
    const away = Math.ceil(Math.floor(at / 8) / 2) * (Math.floor(at / 8) % 2 === 0 ? 1 : -1)
    const localStart = today.add({ days: away }).toPlainDateTime({ hour: 8 + (at % 8) })
    const made = await makeVisit(world, one, { localStart })
    visitId ||= made
    if (at > 0) await makePlan(world, one)
  }
  const sessionId = await addSessions(world, household, planId, rows)
  return { world, household, visitId, planId, sessionId }
}

async function addSessions(
  world: World,
  household: Household,
  planId: string,
  rows: number,
): Promise<string> {
  const { practiceId, zone, consultant } = world
  const now = Temporal.Now.instant()
  const sessions = Array.from({ length: rows }, (_, at) => ({
    ...{ practiceId, id: randomUUID(), animalId: household.animalId, planId, stageKey: 'C3', zone },
    ...{ source: 'consultant' as const, recordedBy: consultant.userId, recordedByName: consultant.name },
    day: now
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .subtract({ days: Math.floor(at / 4) }),
    startedAt: now.subtract({ hours: 6 * at }),
    ...{ exercise: 'Harness on a chair', durationSec: 180, repsOk: 4, repsTotal: 5, stress: at % 3 },
  }))
  await inTransaction({ practiceId, role: 'system' }, (tx) => tx.insert(schema.session).values(sessions))
  return sessions[0]?.id ?? ''
}
