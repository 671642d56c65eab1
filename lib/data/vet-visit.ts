import { and, desc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal, vetVisit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { NewVetVisit } from '@/lib/domain/animal/vet-visit'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import type { VetVisitRow } from '@/lib/domain/standing/overview'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Visits at the vet's are for those who plan around them: the practice, and nobody else. */
const visibleVetVisits = (viewer: Viewer) =>
  and(eq(vetVisit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** An animal's visits at the vet's, the latest first, at most twenty. */
export function vetVisitsOf(viewer: Viewer, animalId: string): Promise<VetVisitRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({ id: vetVisit.id, day: vetVisit.day, at: vetVisit.at, words: vetVisit.words })
      .from(vetVisit)
      .where(and(visibleVetVisits(viewer), eq(vetVisit.animalId, idFrom(animalId))))
      .orderBy(desc(vetVisit.day), sql`${vetVisit.at} desc nulls last`)
      .limit(20),
  )
}

/** Writes down when an animal is or was at the vet's. What is booked already stands; what is booked next is warned. */
export function addVetVisit(viewer: Viewer, input: NewVetVisit): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({ id: animal.id })
      .from(animal)
      .where(and(eq(animal.practiceId, viewer.practiceId), eq(animal.id, idFrom(input.animalId))))
    const animalId = found(row).id
    const [made] = await tx
      .insert(vetVisit)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        day: Temporal.PlainDate.from(input.day),
        at: input.at || null,
        words: input.words,
        writtenBy: viewer.memberId,
      })
      .returning({ id: vetVisit.id })
    await audit(tx, viewer, 'record', 'vetVisit', found(made).id, { animalId })
    return done({ animalId })
  })
}

/** Takes one out that was called off or moved. */
export function removeVetVisit(viewer: Viewer, input: { id: string }): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const [gone] = await tx
      .delete(vetVisit)
      .where(and(visibleVetVisits(viewer), eq(vetVisit.id, idFrom(input.id))))
      .returning({ id: vetVisit.id, animalId: vetVisit.animalId })
    const { id, animalId } = found(gone)
    await audit(tx, viewer, 'remove', 'vetVisit', id, { animalId })
    return done({ animalId })
  })
}
