import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { contact, member, news } from '@/db/schema'
import { isNewsKind, matterOf, type NewsKind } from '@/lib/domain/news/kinds'
import type { Mail } from './outbox'

export type About = { visitId?: string; animalId?: string; clientId?: string }

/** Everybody of a household who signs in, one who works here, or whoever else the caller names. */
type Told = { clientId: string } | { contactId: string } | { memberId: string } | { members: SQL }

export type News = {
  practiceId: string
  kind: NewsKind
  told: Told
  about?: About
  /** `visit:<id>:<version>`: once a person; of one `visit:<id>` the latest is shown. */
  key: string
  dueAt?: Temporal.Instant
  /** Whoever did it need not be told. */
  by?: string | null
}

/** Writes what happened into the list of everybody it concerns, in the transaction of what happened. */
export async function writeNews(tx: Tx, ...all: News[]): Promise<void> {
  for (const { practiceId, kind, told, about = {}, key, dueAt, by = null } of all) {
    const [table, isMember] = 'memberId' in told || 'members' in told ? [member, true] : [contact, false]
    const at = sql`coalesce(${dueAt?.toString() ?? null}::timestamptz, now())`
    await tx.execute(sql`
      insert into app.news (practice_id, contact_id, member_id, kind, matter, key, visit_id, animal_id, client_id,
        due_at, ring_at)
      select ${table.practiceId}, ${isMember ? null : contact.id}, ${isMember ? member.id : null}, ${kind},
        ${matterOf(kind)}, ${key}, (select v.id from app.visit v where v.practice_id = ${table.practiceId}
          and v.id = ${about.visitId ?? null}::uuid), ${about.animalId ?? null}::uuid,
        ${about.clientId ?? null}::uuid, ${at}, ${at}
      from ${table}
      where ${and(eq(table.practiceId, practiceId), isNull(table.removedAt), whom(told))}
        and ${table.userId} is not null and ${table.userId} is distinct from ${by}::uuid
      on conflict do nothing`)
  }
}

function whom(told: Told): SQL | undefined {
  if ('members' in told) return told.members
  if ('memberId' in told) return eq(member.id, told.memberId)
  if ('clientId' in told) return eq(contact.clientId, told.clientId)
  return sql`${contact.clientId} = (select c.client_id from app.contact c
    where c.practice_id = ${contact.practiceId} and c.id = ${told.contactId})`
}

/** What of a mail is news: it goes to one address, and is read in the app by the whole household. */
export function newsOfMail({ practiceId, kind, reader, about, by, says, ...mail }: Mail): News[] {
  if (!practiceId || !isNewsKind(kind)) return []
  const told = reader ?? (about?.clientId ? { clientId: about.clientId } : null)
  if (!told) return []
  const visitId = about?.visitId ?? says?.[0]?.visitId
  return [
    {
      ...{ practiceId, kind, told, key: mail.dedupeKey, by: by ?? null },
      about: { ...about, ...(visitId ? { visitId } : {}) },
      ...(mail.sendAfter ? { dueAt: mail.sendAfter } : {}),
    },
  ]
}

/** Takes back what nobody has read yet, with the mails of these keys. */
export async function forgetNews(tx: Tx, practiceId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .delete(news)
    .where(and(eq(news.practiceId, practiceId), inArray(news.key, [...keys]), isNull(news.readAt)))
}

/** The same for what no mail went with, unless somebody has read it; whether it was there. */
export async function forgetUnmailed(tx: Tx, practiceId: string, key: string): Promise<boolean> {
  const gone = await tx
    .delete(news)
    .where(
      and(
        eq(news.practiceId, practiceId),
        eq(news.key, key),
        sql`not exists (select 1 from app.news n where n.practice_id = ${practiceId} and n.key = ${key}
          and n.read_at is not null)`,
        sql`not exists (select 1 from app.outbox o where o.practice_id = ${practiceId} and o.dedupe_key = ${key})`,
      ),
    )
    .returning({ id: news.id })
  return gone.length > 0
}
