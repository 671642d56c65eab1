import { and, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, contact, member, news, newsChoice, pushDevice, visit } from '@/db/schema'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { NewsItem } from '@/lib/domain/news/item'
import { mattersOf } from '@/lib/domain/news/kinds'
import { ringWithinHours, usualChoice, type NewsChoice } from '@/lib/domain/news/ringing'
import type { NewsChoiceForm } from '@/lib/domain/news/schema'
import { done, type Result } from '@/lib/domain/result/result'
import { namesOfVisit } from './animals-of-visit'
import { asViewer, audit, found } from './as-viewer'
import { newsThatStands } from './news-that-stands'
import { ownPerson } from './own-person'

type PersonViewer = MemberViewer | GuardianViewer

/** What happened for this person, no earlier than it is due, and of what they want to hear. */
const ownNews = (viewer: Viewer, now: Temporal.Instant) =>
  and(
    eq(news.practiceId, viewer.practiceId),
    eq(news.personId, ownPerson(viewer).id),
    lte(news.dueAt, now),
    newsThatStands,
    sql`not exists (select 1 from app.news_choice c where c.practice_id = ${news.practiceId}
      and c.person_id = ${news.personId} and ${news.matter} = any(c.hidden))`,
  )
const ownChoice = (viewer: Viewer) =>
  and(eq(newsChoice.practiceId, viewer.practiceId), eq(newsChoice.personId, ownPerson(viewer).id))

/** How many things this person has not read of. */
export function unreadNews(viewer: PersonViewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ unread: sql<number>`count(distinct ${news.topic})::int` })
      .from(news)
      .where(and(ownNews(viewer, now), isNull(news.readAt)))
    return row?.unread ?? 0
  })
}

/** The latest word on each thing, newest first, fifty at most; whoever opens the list has read it. */
export function openNews(viewer: PersonViewer, now: Temporal.Instant): Promise<NewsItem[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: news.id,
        kind: news.kind,
        readAt: news.readAt,
        dueAt: news.dueAt,
        visitId: news.visitId,
        animalId: news.animalId,
        clientId: news.clientId,
        start: visit.localStart,
        animal: animal.name,
        animals: sql<string[] | null>`case when ${visit.id} is not null then ${namesOfVisit} end`,
        household: client.name,
      })
      .from(news)
      .leftJoin(visit, and(eq(visit.practiceId, news.practiceId), eq(visit.id, news.visitId)))
      .leftJoin(animal, and(eq(animal.practiceId, news.practiceId), eq(animal.id, news.animalId)))
      .leftJoin(client, and(eq(client.practiceId, news.practiceId), eq(client.id, news.clientId)))
      .where(
        and(
          ownNews(viewer, now),
          sql`not exists (select 1 from app.news later where later.practice_id = ${news.practiceId}
            and later.person_id = ${news.personId} and later.topic = ${news.topic}
            and later.due_at > ${news.dueAt} and later.due_at <= ${now.toString()}::timestamptz)`,
        ),
      )
      .orderBy(desc(news.dueAt))
      .limit(50)
    if (rows.some(({ readAt }) => readAt === null)) {
      await tx
        .update(news)
        .set({ readAt: now, ringAt: null })
        .where(and(ownNews(viewer, now), isNull(news.readAt)))
      await ringNoMore(tx, viewer, now)
    }
    return rows.map(({ readAt, animal: name, animals, household, ...row }) => ({
      ...row,
      isNew: readAt === null,
      animals: name ? [name] : (animals ?? []),
      household: household ?? '',
    }))
  })
}

/**
 * Where nothing is left unread that could ring, a device that was to be tried again is let be. The matters somebody
 * silenced ring nothing, and neither does what is a day old.
 */
export const ringNoMore = (tx: Tx, viewer: PersonViewer, now: Temporal.Instant) =>
  tx
    .update(pushDevice)
    .set({ ringAt: null, attempts: 0 })
    .where(
      and(
        eq(pushDevice.practiceId, viewer.practiceId),
        eq(pushDevice.personId, ownPerson(viewer).id),
        isNull(pushDevice.leaseUntil),
        isNotNull(pushDevice.ringAt),
        sql`not exists (${stillUnread(tx, viewer, now)})`,
      ),
    )

const stillUnread = (tx: Tx, viewer: PersonViewer, now: Temporal.Instant) =>
  tx
    .select({ id: news.id })
    .from(news)
    .where(
      and(
        ownNews(viewer, now),
        isNull(news.readAt),
        gt(news.dueAt, now.subtract({ hours: ringWithinHours })),
        sql`not exists (select 1 from app.news_choice c where c.practice_id = ${news.practiceId}
          and c.person_id = ${news.personId} and ${news.matter} = any(c.silent))`,
      ),
    )

/** What somebody wants to hear of, and when nothing may ring. */
export function newsChoiceOf(viewer: PersonViewer): Promise<NewsChoice> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(newsChoice).where(ownChoice(viewer))
    return row ?? usualChoice
  })
}

/** What they want of it from now on; what stood in the list under another choice comes back with it. */
export function chooseNews(
  viewer: PersonViewer,
  input: NewsChoiceForm,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const { id, row: person } = ownPerson(viewer)
    await stillThere(tx, viewer)
    const { shown, rings, quietFrom, quietUntil, flagsAnytime } = input
    const matters = mattersOf[viewer.kind]
    const chosen = {
      hidden: matters.filter((matter) => !shown.includes(matter)),
      silent: matters.filter((matter) => !rings.includes(matter)),
      ...{ quietFrom, quietUntil, flagsAnytime, changedAt: now },
    }
    await tx
      .insert(newsChoice)
      .values({ practiceId: viewer.practiceId, ...person, ...chosen })
      .onConflictDoUpdate({ target: [newsChoice.practiceId, newsChoice.personId], set: chosen })
    await audit(tx, viewer, 'choose', 'news', id, { hidden: chosen.hidden, silent: chosen.silent })
    return done()
  })
}

/** Whoever left has nothing to choose any more. */
async function stillThere(tx: Tx, viewer: PersonViewer): Promise<void> {
  const table = viewer.kind === 'guardian' ? contact : member
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.practiceId, viewer.practiceId),
        eq(table.id, ownPerson(viewer).id),
        isNull(table.removedAt),
      ),
    )
  found(row)
}
