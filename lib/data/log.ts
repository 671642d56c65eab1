import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { session } from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { mayCorrect, type CorrectedLog } from '@/lib/domain/log/correct'
import { refused, type Result } from '@/lib/domain/result/result'
import { asViewerOrNothing, found, idFrom } from './as-viewer'
import { recordSession, voidSession, type Recorded } from './session'

const ownSessions = (viewer: Viewer) =>
  and(
    eq(session.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? inArray(session.animalId, [...viewer.animalIds]) : sql`false`,
  )

/**
 * Writes a log of the household anew: the new session and the old one's leaving the count are one thing. Sent twice,
 * it is one. Refuses a session of the consultant's, one of another animal, one that is out already, and one that was
 * written down longer than a day ago.
 */
export function correctLog(
  viewer: GuardianViewer,
  { corrects, reason, ...sent }: CorrectedLog,
  now: Temporal.Instant,
): Promise<Result<Recorded>> {
  return asViewerOrNothing(viewer, async (tx) => {
    const id = idFrom(corrects)
    const [before] = await tx
      .select({
        animalId: session.animalId,
        source: session.source,
        voidedAt: session.voidedAt,
        writtenAt: session.createdAt,
        sentBefore: sql<boolean>`exists (select 1 from app.session s where s.practice_id = ${session.practiceId}
          and s.animal_id = ${session.animalId} and s.id = ${sent.id ?? null}::uuid)`,
      })
      .from(session)
      .where(and(ownSessions(viewer), eq(session.id, id)))
      .for('update')
    const { animalId, sentBefore, ...written } = found(before)
    if (animalId !== idFrom(sent.animalId)) return refused('errors.notAllowed')
    if (written.voidedAt && sentBefore) return recordSession(viewer, sent, now)
    if (written.voidedAt) return refused('session.alreadyVoided')
    if (!mayCorrect(written, now)) return refused('home.past.tooLate')
    const recorded = await recordSession(viewer, sent, now)
    if (!recorded.ok) return recorded
    const taken = await voidSession(viewer, { sessionId: id, reason }, now)
    return taken.ok ? recorded : taken
  })
}
