import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, contact, news, newsChoice, pushDevice } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { usualChoice, whenToRing } from '@/lib/domain/news/ringing'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer } from './as-viewer'

/** News for which somebody's devices may have to ring: the practice's own machinery looks at it, and nobody else. */
const newsToRing = (viewer: Viewer, now: Temporal.Instant) =>
  and(
    eq(news.practiceId, viewer.practiceId),
    isNotNull(news.ringAt),
    lte(news.ringAt, now),
    viewer.kind === 'system' ? undefined : sql`false`,
  )

/**
 * Decides what of the news that is due rings whose devices, now or after their quiet hours, two hundred at a time; says
 * how many it looked at. In the same transaction each device is told that it is to ring: from then on it is the
 * device's matter. What was read, is not wanted, or has nobody to ring is done with.
 */
export function turnNewsToDevices(viewer: Viewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const { practiceId } = viewer
    const rows = await tx
      .select({
        id: news.id,
        personId: news.personId,
        matter: news.matter,
        dueAt: news.dueAt,
        readAt: news.readAt,
        choice: newsChoice,
        zone: sql<string | null>`(select c.zone from ${client} c join ${contact} p
          on p.practice_id = c.practice_id and p.client_id = c.id
          where p.practice_id = ${news.practiceId} and p.id = ${news.contactId})`,
        devices: sql<number>`(select count(*)::int from ${pushDevice} d
          where d.practice_id = ${news.practiceId} and d.person_id = ${news.personId})`,
      })
      .from(news)
      .leftJoin(
        newsChoice,
        and(eq(newsChoice.practiceId, news.practiceId), eq(newsChoice.personId, news.personId)),
      )
      .where(newsToRing(viewer, now))
      .orderBy(news.ringAt)
      .limit(200)
      .for('update', { of: news, skipLocked: true })
    const turned = rows.map(({ id, personId, matter, dueAt, readAt, choice, zone, devices }) => {
      const rings = readAt === null && devices > 0
      const due = { matter, dueAt }
      return {
        ...{ id, personId },
        when: rings ? whenToRing(due, choice ?? usualChoice, now, zone ?? viewer.zone) : null,
      }
    })
    const isNow = (when: Temporal.Instant | null) => when?.equals(now) ?? false
    const people = new Set(turned.flatMap(({ personId, when }) => (isNow(when) ? [personId] : [])))
    if (people.size > 0)
      await tx
        .update(pushDevice)
        .set({
          // One that is being rung rings again; one that waits for another try keeps waiting.
          ringAt: sql`case when ${pushDevice.leaseUntil} is null
            then coalesce(${pushDevice.ringAt}, ${now.toString()}::timestamptz) else ${now.toString()}::timestamptz end`,
        })
        .where(and(eq(pushDevice.practiceId, practiceId), inArray(pushDevice.personId, [...people])))
    for (const when of new Set(turned.map((one) => (isNow(one.when) ? '' : (one.when?.toString() ?? '')))))
      await tx
        .update(news)
        .set({ ringAt: when ? sql`${when}::timestamptz` : null })
        .where(
          and(
            eq(news.practiceId, practiceId),
            inArray(
              news.id,
              turned.flatMap((one) =>
                (isNow(one.when) ? '' : (one.when?.toString() ?? '')) === when ? [one.id] : [],
              ),
            ),
          ),
        )
    return rows.length
  })
}
