import { and, eq, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { drive, note, session, visit } from '@/db/schema'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import type { PressVisit } from '@/lib/domain/visit/schema'
import { canArrive } from '@/lib/domain/visit/status'
import { beforeTap, lastTap } from '@/lib/domain/visit/taps'
import { orRefused } from './booking-wall'
import { press, tapped, type Row } from './visit-press'

/** What was driven and written in this practice. */
const ofPractice = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** The consultant sets off to a home; the drive is measured from here. Refused on another day, and to a call. */
export const setOut = (viewer: MemberViewer, input: PressVisit, now: Temporal.Instant) =>
  press(viewer, input, 'setOut', (its) => {
    if (!canArrive(its.status) || its.place === 'remote') return 'visit.refused.arrive'
    const today = dayOf(now, its.zone).equals(dayOf(its.during.from, its.zone))
    return today ? { setOutAt: now, ...tapped(its, now) } : 'today.refused.otherDay'
  })

/** It took place, and nobody tapped at the time: done, with nothing measured. Refused before it should have begun. */
export const noteHeld = (viewer: MemberViewer, input: PressVisit, now: Temporal.Instant) =>
  press(viewer, input, 'held', (its) => {
    if (!canArrive(its.status)) return 'visit.refused.arrive'
    if (Temporal.Instant.compare(its.during.from, now) > 0) return 'today.refused.notBegun'
    return { status: 'done', ...tapped(its, now) }
  })

/**
 * Takes back the last tap at a visit, with the drive it measured. Refused where the consultant tapped at another
 * visit since, where a session was recorded there or its note is signed, and where its time is taken meanwhile.
 */
export const takeBackTap = (
  viewer: MemberViewer,
  input: PressVisit,
  now: Temporal.Instant,
): Promise<Result> =>
  orRefused(
    press(
      viewer,
      input,
      'takeBack',
      async (its, tx) => {
        const before = beforeTap(its)
        if (!before) return 'today.refused.noTap'
        const built = await builtOn(tx, viewer, its)
        if (built.later || !dayOf(its.tappedAt ?? its.during.from, its.zone).equals(dayOf(now, its.zone)))
          return 'today.refused.later'
        if (built.signed) return 'today.refused.signed'
        return built.recorded && before.status !== 'arrived' ? 'today.refused.recorded' : before
      },
      async (tx, its) => {
        if (lastTap(its) !== 'arrive') return
        await tx
          .delete(drive)
          .where(and(eq(drive.practiceId, viewer.practiceId), eq(drive.toVisitId, its.id)))
      },
    ),
  )

/** What rests on a tap since it was made. */
async function builtOn(tx: Tx, viewer: Viewer, { id, consultantId, tappedAt }: Row) {
  const after = tappedAt ? sql`${visit.tappedAt} > ${tappedAt.toString()}::timestamptz` : sql`false`
  const [row] = await tx
    .select({
      later: sql<boolean>`coalesce(bool_or(${and(ne(visit.id, id), eq(visit.consultantId, consultantId), after)}), false)`,
      signed: sql<boolean>`exists (select 1 from ${note} where ${note.practiceId} = ${viewer.practiceId}
        and ${note.visitId} = ${id} and ${note.status} = 'signed')`,
      recorded: sql<boolean>`exists (select 1 from ${session} where ${session.practiceId} = ${viewer.practiceId}
        and ${session.visitId} = ${id} and ${session.voidedAt} is null)`,
    })
    .from(visit)
    .where(and(ofPractice(viewer), eq(visit.consultantId, consultantId), sql`${visit.tappedAt} is not null`))
  return row ?? { later: false, signed: false, recorded: false }
}
