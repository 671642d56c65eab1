import { and, asc, desc, eq, isNotNull, isNull, sql, type Column, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { contact } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'

/** The name of a household's main person, else of who was written down first; null where nobody is left. */
export const mainPersonOf = (practiceId: SQL, clientId: SQL): SQL<string | null> =>
  sql`(select c.name from app.contact c where c.practice_id = ${practiceId} and c.client_id = ${clientId}
    and c.removed_at is null order by c.is_main desc, c.created_at limit 1)`

/**
 * Whom a mail reaches, and who of them reads it: the main person, else who was written down first. An address that came
 * back gets none until the practice frees it, or another one takes its place.
 */
export const reachedByMail = and(
  isNull(contact.removedAt),
  isNotNull(contact.email),
  sql`${contact.bouncedAddress} is distinct from ${contact.email}`,
)
export const mainFirst = [desc(contact.isMain), asc(contact.createdAt)]

/** Joins to a visit the one person of its household whom a mail reaches first. */
export const mainPersonReached = (visit: { practiceId: Column; clientId: Column }): SQL =>
  sql`${contact.practiceId} = ${visit.practiceId} and ${contact.id} = (select c.id from app.contact c
    where c.practice_id = ${visit.practiceId} and c.client_id = ${visit.clientId} and c.removed_at is null
      and c.email is not null and c.bounced_address is distinct from c.email
    order by c.is_main desc, c.created_at limit 1)`

/** Who of a household reads a mail: `first` where a mail reaches them, else by `mainFirst`; undefined where it reaches nobody. */
export async function readerOf(tx: Tx, viewer: Viewer, clientId: string, first?: string) {
  const [reader] = await tx
    .select({ contactId: contact.id, name: contact.name, email: sql<string>`${contact.email}` })
    .from(contact)
    .where(and(eq(contact.practiceId, viewer.practiceId), eq(contact.clientId, clientId), reachedByMail))
    .orderBy(...(first ? [desc(eq(contact.id, first))] : []), ...mainFirst)
    .limit(1)
  return reader
}
