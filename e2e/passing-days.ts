import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import postgres from 'postgres'
import { inTransaction } from '@/db/client'
import type { Household, World } from '@/db/factories/world'
import { plan, session } from '@/db/schema'

// The server's clock is real: instead of waiting, what was written down of one animal moves into the past.

/** Days pass for this animal: its plan, sessions, ticks and flags are that much older. */
export async function letDaysPass({ animalId }: Pick<Household, 'animalId'>, days: number): Promise<void> {
  const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  const past = `${days} days`
  try {
    await admin.begin(async (tx) => {
      await tx`update app.plan set created_at = created_at - ${past}::interval where animal_id = ${animalId}`
      await tx`update app.stage_entry set entered_on = entered_on - ${days}::int, at = at - ${past}::interval,
        pause_until = pause_until - ${days}::int where animal_id = ${animalId}`
      await tx`update app.session set day = day - ${days}::int, started_at = started_at - ${past}::interval,
        created_at = created_at - ${past}::interval
        where animal_id = ${animalId}`
      await tx`update app.safety_record set passed_on = passed_on - ${days}::int,
        valid_until = valid_until - ${days}::int where animal_id = ${animalId}`
      await tx`update app.vet_flag set opened_at = opened_at - ${past}::interval where animal_id = ${animalId}`
      await tx`update app.assessment set as_of = as_of - ${days}::int, computed_at = computed_at - ${past}::interval
        where animal_id = ${animalId}`
    })
  } finally {
    await admin.end()
  }
}

/** One good session on each of the last days, by the consultant, in the stage of that name. */
export async function practise(
  { practiceId, zone, consultant }: World,
  { animalId, planId }: { animalId: string; planId: string },
  stageKey: string,
  days: number,
): Promise<void> {
  const now = Temporal.Now.instant()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const calm = { stress: 0, durationSec: 900, repsOk: 5, repsTotal: 5 }
  const seen = { ...calm, food: 'quick', choice: 'came', tension: 'slack' } as const
  const where = {
    practiceId,
    animalId,
    planId,
    stageKey,
    source: 'consultant',
    zone,
    startedAt: now,
  } as const
  const by = { recordedBy: consultant.memberId, recordedByName: consultant.name }
  const rows = Array.from({ length: days }, (_, ago) => ({
    ...seen,
    ...where,
    ...by,
    day: today.subtract({ days: ago + 1 }),
  }))
  await inTransaction({ practiceId, role: 'system' }, (tx) => tx.insert(session).values(rows))
}

/** The plan that was begun in the browser. */
export async function planOf(
  { practiceId }: World,
  { animalId }: Pick<Household, 'animalId'>,
): Promise<string> {
  const rows = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({ id: plan.id })
      .from(plan)
      .where(and(eq(plan.practiceId, practiceId), eq(plan.animalId, animalId))),
  )
  return rows[0]?.id ?? ''
}
