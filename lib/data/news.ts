import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, contact, member, news, newsChoice, visit } from '@/db/schema'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { NewsItem } from '@/lib/domain/news/item'
import { mattersOf, type Matter } from '@/lib/domain/news/kinds'
import type { NewsChoiceForm } from '@/lib/domain/news/schema'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import { namesOfVisit } from './animals-of-visit'
import { asViewer, audit, found } from './as-viewer'

type PersonViewer = MemberViewer | GuardianViewer
type Person = { contactId: string } | { memberId: string }

/** Whose list it is: a person of a household, or somebody who works here. */
function personOf(viewer: Viewer): Person {
  if (viewer.kind === 'guardian') return { contactId: viewer.contactId }
  if (viewer.kind === 'member') return { memberId: viewer.memberId }
  throw new NotFound()
}

const ownId = (viewer: Viewer): string => {
  const { contactId, memberId } = { contactId: undefined, memberId: undefined, ...personOf(viewer) }
  return contactId ?? memberId ?? ''
}

/** What happened for this person, no earlier than it is due, and of what they want to hear. */
const ownNews = (viewer: Viewer, now: Temporal.Instant) =>
  and(
    eq(news.practiceId, viewer.practiceId),
    eq(news.personId, ownId(viewer)),
    lte(news.dueAt, now),
    sql`not exists (select 1 from app.news_choice c where c.practice_id = ${news.practiceId}
      and c.person_id = ${news.personId} and ${news.matter} = any(c.hidden))`,
  )
const ownChoice = (viewer: Viewer) =>
  and(eq(newsChoice.practiceId, viewer.practiceId), eq(newsChoice.personId, ownId(viewer)))

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
    if (rows.some(({ readAt }) => readAt === null))
      await tx
        .update(news)
        .set({ readAt: now })
        .where(and(ownNews(viewer, now), isNull(news.readAt)))
    return rows.map(({ readAt, animal: name, animals, household, ...row }) => ({
      ...row,
      isNew: readAt === null,
      animals: name ? [name] : (animals ?? []),
      household: household ?? '',
    }))
  })
}

/** The same, once it is sure that they are there. */
async function stillThere(tx: Tx, viewer: Viewer) {
  const person = personOf(viewer)
  const table = 'contactId' in person ? contact : member
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.practiceId, viewer.practiceId), eq(table.id, ownId(viewer)), isNull(table.removedAt)))
  found(row)
  return person
}

/** The matters somebody wants in their list. */
export function newsChoiceOf(viewer: PersonViewer): Promise<Matter[]> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.select({ hidden: newsChoice.hidden }).from(newsChoice).where(ownChoice(viewer))
    return mattersOf[viewer.kind].filter((matter) => !row?.hidden.includes(matter))
  })
}

/** What they want in it from now on; what stood there under another choice comes back with it. */
export function chooseNews(
  viewer: PersonViewer,
  { shown }: NewsChoiceForm,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const person = await stillThere(tx, viewer)
    const hidden = mattersOf[viewer.kind].filter((matter) => !shown.includes(matter))
    const chosen = { hidden, changedAt: now }
    await tx
      .insert(newsChoice)
      .values({ practiceId: viewer.practiceId, ...person, ...chosen })
      .onConflictDoUpdate({ target: [newsChoice.practiceId, newsChoice.personId], set: chosen })
    await audit(tx, viewer, 'choose', 'news', ownId(viewer), { hidden })
    return done()
  })
}
