import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, session, vetFlag } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { HealthSign } from '@/lib/domain/observation/vocabulary'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { CloseVetFlag, OpenVetFlag } from '@/lib/domain/safety/forms'
import { isHealthSignOf } from '@/lib/domain/session/recordable'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Vet flags of the animals this viewer may see; a share link sees none. */
const visibleVetFlags = (viewer: Viewer) =>
  and(
    eq(vetFlag.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(vetFlag.animalId, [...viewer.animalIds]) : undefined,
  )

/** What a log saw opens flags, one open a sign however often it is seen; a closed one is followed by a new one. */
export async function openVetFlags(
  tx: Tx,
  viewer: Viewer,
  seen: { animalId: string; sessionId: string; signs: readonly HealthSign[] },
  now: Temporal.Instant,
): Promise<void> {
  const { animalId, sessionId } = seen
  if (seen.signs.length === 0) return
  const { practiceId } = viewer
  const opened = await tx
    .insert(vetFlag)
    .values(seen.signs.map((sign) => ({ practiceId, animalId, sign, sessionId, openedAt: now })))
    .onConflictDoNothing()
    .returning({ sign: vetFlag.sign })
  if (opened.length === 0) return
  const signs = opened.map(({ sign }) => sign)
  await audit(tx, viewer, 'openVetFlag', 'animal', animalId, { sessionId, signs })
}

/** Opens a flag by hand, for what was seen or heard outside a session. Refuses a sign that is open already. */
export function openVetFlag(
  viewer: Viewer,
  input: OpenVetFlag,
  now: Temporal.Instant,
): Promise<Result<{ flagId: string; animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: animal.id, species: animal.species })
      .from(animal)
      .where(
        and(
          eq(animal.practiceId, viewer.practiceId),
          viewer.kind === 'member' ? undefined : sql`false`,
          eq(animal.id, idFrom(input.animalId)),
        ),
      )
    const { id: animalId, species } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const { sign, note } = input
    if (!isHealthSignOf(species, sign))
      return refused('errors.checkFields', { fields: { sign: 'errors.notAnOption' } })
    const [flag] = await tx
      .insert(vetFlag)
      .values({
        ...{ practiceId: viewer.practiceId, animalId, sign },
        ...{ openedAt: now, openedBy: viewer.memberId, openedNote: note },
      })
      .onConflictDoNothing()
      .returning({ id: vetFlag.id })
    if (!flag) return refused('safety.vet.alreadyOpen')
    await audit(tx, viewer, 'openVetFlag', 'animal', animalId, { flagId: flag.id, signs: [sign] })
    return done({ flagId: flag.id, animalId })
  })
}

/**
 * Closes a vet flag with what the vet said. Only by who trains; a closed one stays as it is, and one whose sign
 * was seen again since the form was opened stays open, so that nobody answers what they have not read.
 */
export function closeVetFlag(
  viewer: Viewer,
  { flagId, note, seenTimes }: CloseVetFlag,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(flagId)
    const [row] = await tx
      .select({
        animalId: vetFlag.animalId,
        seenTimes: count(session.id),
      })
      .from(vetFlag)
      .leftJoin(
        session,
        and(
          eq(session.practiceId, vetFlag.practiceId),
          eq(session.animalId, vetFlag.animalId),
          sql`(${session.id} = ${vetFlag.sessionId} or
            (${vetFlag.sign} = any(${session.health}) and ${session.createdAt} >= ${vetFlag.openedAt}))`,
        ),
      )
      .where(and(visibleVetFlags(viewer), eq(vetFlag.id, id)))
      .groupBy(vetFlag.animalId)
    const { animalId, seenTimes: seenByNow } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (note.trim() === '') return refused('errors.checkFields', { fields: { note: 'errors.required' } })
    if (seenTimes !== undefined && seenTimes < seenByNow) return refused('safety.vet.seenAgain')
    const closed = await tx
      .update(vetFlag)
      .set({ closedAt: now, closedBy: viewer.memberId, closingNote: note })
      .where(and(visibleVetFlags(viewer), eq(vetFlag.id, id), isNull(vetFlag.closedAt)))
      .returning({ id: vetFlag.id })
    if (closed.length === 0) return refused('safety.vet.alreadyClosed')
    await audit(tx, viewer, 'closeVetFlag', 'vetFlag', id, { animalId })
    return done({ animalId })
  })
}
