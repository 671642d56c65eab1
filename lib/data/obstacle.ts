import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { animal, client, obstacle, plan, session } from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { daysToChoose } from '@/lib/domain/log/questions'
import type { obstacleKey, obstacleSchema } from '@/lib/domain/obstacle/obstacle'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** A household tells of its own animals; the practice only reads. */
const ownAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'guardian' ? inArray(animal.id, [...viewer.animalIds]) : sql`false`,
  )
const toldOn = (viewer: Viewer, animalId: string, day: Temporal.PlainDate) =>
  and(eq(obstacle.practiceId, viewer.practiceId), eq(obstacle.animalId, animalId), eq(obstacle.day, day))

/**
 * Tells what got in the way on a day of the last week; a second answer for a day takes the place of the first.
 * Refuses a day outside that week, one somebody practised on, and an animal without a plan.
 */
export function tellObstacle(
  viewer: GuardianViewer,
  input: z.output<typeof obstacleSchema>,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const day = Temporal.PlainDate.from(input.day)
    const [row] = await tx
      .select({
        animalId: animal.id,
        zone: sql<string>`coalesce(${client.zone}, ${viewer.zone})`,
        planId: plan.id,
        practised: sql<boolean>`exists (select 1 from ${session} where ${session.practiceId} = ${animal.practiceId}
          and ${session.animalId} = ${animal.id} and ${session.day} = ${input.day} and ${session.voidedAt} is null)`,
      })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .leftJoin(
        plan,
        and(eq(plan.practiceId, animal.practiceId), eq(plan.animalId, animal.id), isNull(plan.endedAt)),
      )
      .where(and(ownAnimals(viewer), eq(animal.id, idFrom(input.animalId))))
    const { animalId, zone, planId, practised } = found(row)
    if (planId === null) return refused('home.obstacle.noPlan')
    if (!daysToChoose(dayOf(now, zone)).some((one) => one.equals(day)))
      return refused('home.obstacle.tooLongAgo')
    if (practised) return refused('home.obstacle.practised')
    const told = { planId, obstacle: input.obstacle, toldBy: viewer.contactId, toldAt: now }
    await tx
      .insert(obstacle)
      .values({ practiceId: viewer.practiceId, animalId, day, ...told })
      .onConflictDoUpdate({ target: [obstacle.practiceId, obstacle.animalId, obstacle.day], set: told })
    await audit(tx, viewer, 'tell', 'obstacle', animalId, { day: input.day, obstacle: input.obstacle })
    return done({ animalId })
  })
}

/** Takes back what was told of a day; nothing happens where nothing was. */
export function takeBackObstacle(
  viewer: GuardianViewer,
  input: z.output<typeof obstacleKey>,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ animalId: animal.id })
      .from(animal)
      .where(and(ownAnimals(viewer), eq(animal.id, idFrom(input.animalId))))
    const { animalId } = found(row)
    const gone = await tx
      .delete(obstacle)
      .where(toldOn(viewer, animalId, Temporal.PlainDate.from(input.day)))
      .returning({ day: obstacle.day })
    if (gone.length > 0) await audit(tx, viewer, 'takeBack', 'obstacle', animalId, { day: input.day })
    return done({ animalId })
  })
}
