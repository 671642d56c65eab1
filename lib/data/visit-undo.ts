import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { contact, visit, visitChange } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { undoMinutes, type VisitNewsKind } from '@/lib/domain/visit/news'
import type { UndoVisit } from '@/lib/domain/visit/schema'
import { text } from '@/lib/format/text'
import { withdraw } from '@/lib/mail/outbox'
import { asViewer, asViewerOrNothing, audit, found, idFrom } from './as-viewer'
import { moveVisit, reassignVisit, restoreVisit } from './booking-change'
import { askAgain } from './request-answer'
import { undoLosses } from './request-lost'
import { mailToConsultant } from './request-mail'
import { cancelVisit } from './visit-press'
import { waitAgain } from './waiting-turn'

/** What was done with visits is undone by those who book. */
const visibleChanges = (viewer: Viewer) =>
  and(eq(visitChange.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

export type Undoable = {
  id: string
  verb: VisitNewsKind
  /** When the household is told. */
  until: Temporal.Instant
  zone: string
  /** Who is told; null: nobody has an address, or there is nothing to tell. */
  told: string | null
}

/** What can still be undone with a visit, in one statement; null where nothing can. For those who work here. */
export function undoableOf(viewer: Viewer, visitId: string, now: Temporal.Instant): Promise<Undoable | null> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: visitChange.id,
        verb: visitChange.verb,
        changedAt: visitChange.changedAt,
        zone: visit.zone,
        told: sql<string | null>`(select c.name from ${contact} c join app.outbox o on o.to_address = c.email
          where c.practice_id = ${visitChange.practiceId} and c.client_id = ${visit.clientId}
            and o.practice_id = c.practice_id and o.state = 'queued'
            and o.dedupe_key = 'visit:' || ${visit.id} || ':' || ${visitChange.version} limit 1)`,
      })
      .from(visitChange)
      .innerJoin(
        visit,
        and(
          eq(visit.practiceId, visitChange.practiceId),
          eq(visit.id, visitChange.visitId),
          eq(visit.version, visitChange.version),
        ),
      )
      .where(
        and(visibleChanges(viewer), eq(visitChange.visitId, idFrom(visitId)), isNull(visitChange.undoneAt)),
      )
    if (!row) return null
    const { changedAt, ...rest } = row
    const until = changedAt.add({ minutes: undoMinutes })
    return Temporal.Instant.compare(now, until) < 0 ? { ...rest, until } : null
  })
}

/**
 * Takes back the last thing done with a visit, through the same wall as the first time, so that nobody is told.
 * Refused after three minutes, where it was undone or somebody did something else meanwhile, and where its former
 * time is taken or over.
 */
export function undoVisitChange(
  viewer: MemberViewer,
  { id }: UndoVisit,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewerOrNothing(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select()
      .from(visitChange)
      .where(and(visibleChanges(viewer), eq(visitChange.id, idFrom(id))))
    const change = found(row)
    const { visitId, version } = change
    if (Temporal.Instant.compare(now, change.changedAt.add({ minutes: undoMinutes })) >= 0)
      return refused('calendar.undo.late')
    const result = change.undoneAt ? refused('errors.conflict') : await reverse(viewer, change, now)
    if (!result.ok)
      return refused(result.reason === 'errors.conflict' ? 'calendar.undo.changed' : 'calendar.undo.taken')
    await tx
      .update(visitChange)
      .set({ undoneAt: now })
      .where(and(visibleChanges(viewer), eq(visitChange.visitId, visitId), gte(visitChange.version, version)))
    await withdraw(tx, viewer.practiceId, mailToConsultant(visitId, version))
    if (change.verb === 'booked') {
      await askAgain(tx, viewer, visitId)
      await undoLosses(tx, viewer, visitId)
      await waitAgain(tx, viewer, visitId, now)
    }
    await audit(tx, viewer, 'undo', 'visit', visitId, { what: change.verb })
    return done()
  })
}

/** The verb that leads back, with the reason that stood there: rules that spoke against the former time spoke then. */
function reverse(
  viewer: MemberViewer,
  { visitId: id, version, verb, before }: typeof visitChange.$inferSelect,
  now: Temporal.Instant,
): Promise<Result<unknown>> {
  const reason = before?.why ?? text('calendar')('undo.reason')
  const key = { id, version, anyway: reason, overlap: before?.over }
  if (!before || verb === 'restored') return cancelVisit(viewer, { id, version, reason }, now)
  if (verb === 'cancelled') return restoreVisit(viewer, key, now)
  if (verb === 'reassigned') return reassignVisit(viewer, { ...key, consultantId: before.consultantId }, now)
  const [day = '', time = ''] = before.start.slice(0, 16).split('T')
  return moveVisit(viewer, { ...key, day, time }, now)
}
