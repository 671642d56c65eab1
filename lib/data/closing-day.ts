import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { closingDay } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import type { Closing, ClosingList } from '@/lib/domain/working/closings'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { visitsIn, type BookedThen } from './working-time-conflicts'

/** When a practice is closed is known to those who work in it; households see it as times that are not offered. */
const visibleClosings = (viewer: Viewer) =>
  and(eq(closingDay.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type ClosingLine = Closing & { id: string; visits: BookedThen[] }

/** Closing days and holidays from today on, each with the visits booked then. Two statements. */
export function closingDaysOf(viewer: Viewer, now: Temporal.Instant): Promise<ClosingLine[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select()
      .from(closingDay)
      .where(and(visibleClosings(viewer), gte(closingDay.lastDay, dayOf(now, viewer.zone))))
      .orderBy(asc(closingDay.firstDay), asc(closingDay.id))
    const stretches = rows.map(({ id, firstDay, lastDay }) => ({
      id,
      from: firstDay.toPlainDateTime(),
      until: lastDay.add({ days: 1 }).toPlainDateTime(),
    }))
    const booked = await visitsIn(tx, viewer, stretches, now)
    return rows.map(({ practiceId: _practice, ...row }) => ({ ...row, visits: booked.get(row.id) ?? [] }))
  })
}

/** Closes the practice for a stretch of days. Practice owner only. */
export const closePractice = (viewer: MemberViewer, input: Closing): Promise<Result> => close(viewer, [input])

/** Takes over a pasted list, all of it or nothing: lines that cannot be read are named. Practice owner only. */
export async function closeByList(viewer: MemberViewer, { kind, list }: ClosingList): Promise<Result> {
  const wrong = list.filter(({ read }) => read === null)
  if (wrong.length > 0 && canRunPractice(viewer)) {
    const values = { lines: wrong.map(({ line }) => `“${line.slice(0, 80)}”`).join(', ') }
    return refused('errors.checkFields', { fields: { list: 'working.closing.unread' }, values })
  }
  return close(
    viewer,
    list.flatMap(({ read }) => (read ? [{ ...read, kind }] : [])),
  )
}

async function close(viewer: MemberViewer, closings: readonly Closing[]): Promise<Result> {
  if (viewer.kind !== 'member') throw new NotFound()
  if (!canRunPractice(viewer)) return refused('errors.notAllowed')
  return asViewer(viewer, async (tx) => {
    const standing = await tx.select().from(closingDay).where(visibleClosings(viewer))
    const same = (one: Closing) =>
      standing.some(
        ({ firstDay, lastDay, name }) =>
          firstDay.equals(one.firstDay) && lastDay.equals(one.lastDay) && name === one.name,
      )
    const fresh = closings.filter((one) => !same(one))
    if (fresh.length === 0) return done()
    const made = await tx
      .insert(closingDay)
      .values(fresh.map((one) => ({ practiceId: viewer.practiceId, ...one })))
      .returning({ id: closingDay.id })
    for (const { id } of made) await audit(tx, viewer, 'close', 'closing-day', id)
    return done()
  })
}

/** Opens again what was closed. Practice owner only. */
export function openPractice(viewer: MemberViewer, { id }: { id: string }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const mine = and(visibleClosings(viewer), eq(closingDay.id, idFrom(id)))
    const [row] = await tx.select({ id: closingDay.id }).from(closingDay).where(mine)
    found(row)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    await tx.delete(closingDay).where(mine)
    await audit(tx, viewer, 'open', 'closing-day', id)
    return done()
  })
}
