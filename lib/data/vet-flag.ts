import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { vetFlag } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { CloseVetFlag } from '@/lib/domain/safety/forms'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Vet flags of the animals this viewer may see; a share link sees none. */
const visibleVetFlags = (viewer: Viewer) =>
  and(
    eq(vetFlag.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(vetFlag.animalId, [...viewer.animalIds]) : undefined,
  )

/** Closes a vet flag with what the vet said. Only by who trains; a closed one stays as it is. */
export function closeVetFlag(
  viewer: Viewer,
  { flagId, note }: CloseVetFlag,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(flagId)
    const [row] = await tx
      .select({ animalId: vetFlag.animalId })
      .from(vetFlag)
      .where(and(visibleVetFlags(viewer), eq(vetFlag.id, id)))
    const { animalId } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (note.trim() === '') return refused('errors.checkFields', { fields: { note: 'errors.required' } })
    const closed = await tx
      .update(vetFlag)
      .set({ closedAt: now, closedBy: viewer.memberId, closingNote: note })
      .where(and(visibleVetFlags(viewer), eq(vetFlag.id, id), isNull(vetFlag.closedAt)))
      .returning({ id: vetFlag.id })
    if (closed.length === 0) return refused('session.vet.alreadyClosed')
    await audit(tx, viewer, 'closeVetFlag', 'vetFlag', id, { animalId })
    return done({ animalId })
  })
}
