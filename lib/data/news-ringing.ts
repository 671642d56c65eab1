import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, news, newsChoice, pushDevice } from '@/db/schema'
import { defaultLocale } from '@/lib/domain/account/locale'
import type { SystemViewer, Viewer } from '@/lib/domain/access/viewer'
import { ringWithinHours, turnOf, usualChoice, whenToRing, type Turn } from '@/lib/domain/news/ringing'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer } from './as-viewer'
import { newsThatStands } from './news-that-stands'

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
 * device's matter. What was read, is not wanted, or has nobody to ring is done with; so is a second word on the same
 * thing within an hour of one that nobody has read, unless it is a flag.
 */
export function turnNewsToDevices(viewer: Viewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const due = await tx
      .select({ id: news.id })
      .from(news)
      .where(newsToRing(viewer, now))
      .orderBy(asc(news.ringAt))
      .limit(200)
      .for('update', { skipLocked: true })
    if (due.length === 0) return 0
    const rows = await factsOf(
      tx,
      viewer,
      inArray(
        news.id,
        due.map(({ id }) => id),
      ),
    )
    const people = new Set<string>()
    const flagged = new Set<string>()
    const later = new Map<string, { when: Temporal.Instant; ids: string[] }>()
    for (const { id, personId, isOver, choice, zone, ...its } of rows) {
      const when = isOver ? null : whenToRing(its, choice ?? usualChoice, now, zone ?? viewer.zone)
      if (when?.equals(now)) {
        people.add(personId)
        if (its.matter === 'flags') flagged.add(personId)
      } else if (when)
        later.set(when.toString(), { when, ids: [...(later.get(when.toString())?.ids ?? []), id] })
    }
    const settled = (ids: string[], ringAt: Temporal.Instant | null) =>
      tx
        .update(news)
        .set({ ringAt })
        .where(and(eq(news.practiceId, viewer.practiceId), inArray(news.id, ids)))
    await settled(
      due.map(({ id }) => id),
      null,
    )
    for (const { when, ids } of later.values()) await settled(ids, when)
    if (people.size > 0) await tellDevices(tx, viewer, { people, flagged }, now)
    return due.length
  })
}

/** What is asked of each piece of news; over is what was read, has nobody to ring, or was rung for just now. */
const factsOf = (tx: Tx, viewer: SystemViewer, which: SQL | undefined) =>
  tx
    .select({
      id: news.id,
      personId: news.personId,
      matter: news.matter,
      dueAt: news.dueAt,
      choice: newsChoice,
      zone: client.zone,
      isOver: sql<boolean>`news.read_at is not null or not ${newsThatStands}
        or not exists (select 1 from app.push_device d where d.practice_id = news.practice_id
          and d.person_id = news.person_id)
        or (news.matter <> 'flags' and exists (select 1 from app.news first
          where first.practice_id = news.practice_id and first.person_id = news.person_id
            and first.topic = news.topic and first.read_at is null
            and first.due_at < news.due_at and first.due_at > news.due_at - interval '1 hour'))`,
    })
    .from(news)
    .leftJoin(
      newsChoice,
      and(eq(newsChoice.practiceId, news.practiceId), eq(newsChoice.personId, news.personId)),
    )
    .leftJoin(contact, and(eq(contact.practiceId, news.practiceId), eq(contact.id, news.contactId)))
    .leftJoin(client, and(eq(client.practiceId, contact.practiceId), eq(client.id, contact.clientId)))
    .where(and(eq(news.practiceId, viewer.practiceId), which))

/**
 * What the devices of these people do at this moment, by person: asked again each time before one is rung, as what was
 * due by day may come to a try in the night. Only what was turned to devices counts.
 */
export function turnsOf(
  viewer: Viewer,
  people: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Turn>> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const rows = await factsOf(
      tx,
      viewer,
      and(
        inArray(news.personId, [...people]),
        isNull(news.readAt),
        isNull(news.ringAt),
        lte(news.dueAt, now),
        gt(news.dueAt, now.subtract({ hours: ringWithinHours })),
        newsThatStands,
      ),
    )
    return new Map(
      people.map((personId) => {
        const its = rows.filter((row) => row.personId === personId)
        return [personId, turnOf(its, its[0]?.choice ?? usualChoice, now, its[0]?.zone ?? viewer.zone)]
      }),
    )
  })
}

/**
 * One that is being rung at this moment rings again; one that waits for another try has all its tries before it, and
 * keeps waiting unless it is a flag.
 */
const tellDevices = (
  tx: Tx,
  viewer: SystemViewer,
  { people, flagged }: Record<'people' | 'flagged', ReadonlySet<string>>,
  now: Temporal.Instant,
) =>
  tx
    .update(pushDevice)
    .set({
      locale: sql`coalesce((select p.locale from app.contact p where p.practice_id = push_device.practice_id
        and p.id = push_device.contact_id), ${defaultLocale})`,
      attempts: sql`case when ${pushDevice.leaseUntil} is null then 0 else ${pushDevice.attempts} end`,
      ringAt: sql`case when ${pushDevice.leaseUntil} is null and not ${isOneOf(flagged)}
        then coalesce(${pushDevice.ringAt}, ${now.toString()}::timestamptz) else ${now.toString()}::timestamptz end`,
    })
    .where(and(eq(pushDevice.practiceId, viewer.practiceId), inArray(pushDevice.personId, [...people])))

const isOneOf = (people: ReadonlySet<string>) =>
  people.size > 0 ? inArray(pushDevice.personId, [...people]) : sql`false`
