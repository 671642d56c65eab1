import { and, eq, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, contact, homeLook } from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { afterLook } from '@/lib/domain/home/look'
import type { HomeworkSet } from '@/lib/domain/journal/since'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import { asViewer, found } from './as-viewer'

/** A person's own look; whoever writes through a partner's link is nobody who could come back. */
export const ownLook = (viewer: GuardianViewer): SQL | undefined =>
  and(eq(homeLook.practiceId, viewer.practiceId), eq(homeLook.contactId, viewer.contactId))

/** Notes that this person of a household has just looked at their home. Nothing for an audit: nobody else reads it. */
export function lookAtHome(viewer: Viewer, now: Temporal.Instant): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian' || viewer.linkId) throw new NotFound()
    const { practiceId, contactId } = viewer
    const [row] = await tx
      .select({ look: { seenAt: homeLook.seenAt, beforeAt: homeLook.beforeAt } })
      .from(contact)
      .leftJoin(homeLook, ownLook(viewer))
      .where(and(eq(contact.practiceId, practiceId), eq(contact.id, contactId)))
    const look = afterLook(found(row).look, now)
    await tx
      .insert(homeLook)
      .values({ practiceId, contactId, ...look })
      .onConflictDoUpdate({ target: [homeLook.practiceId, homeLook.contactId], set: look })
    return done()
  })
}

type Standing = { animalId: string; by: string; at: string }

export function homeworkOf(animalId: string, all: readonly Standing[]): HomeworkSet | null {
  const set = all.find((one) => one.animalId === animalId)
  return set ? { by: set.by, at: Temporal.Instant.from(set.at) } : null
}

/** Since when a row `h` of homework says what it says: the same words set again are not new. */
const saysSo = sql`coalesce(
  (select max(b.replaced_at) from app.homework b where b.practice_id = h.practice_id and b.animal_id = h.animal_id
    and b.items <> h.items and b.replaced_at <= h.created_at),
  (select min(b.created_at) from app.homework b where b.practice_id = h.practice_id and b.animal_id = h.animal_id))`

/** Who set the homework that stands, and since when it says what it says. */
export const homeworkSet = (viewer: GuardianViewer): SQL<Standing[]> => sql<
  Standing[]
>`(select coalesce(json_agg(json_build_object('animalId', h.animal_id, 'by', coalesce(m.name, ''), 'at', ${saysSo})), '[]')
  from app.homework h left join app.member m on m.practice_id = h.practice_id and m.id = h.set_by
  where h.practice_id = ${client.practiceId} and h.replaced_at is null and h.items <> '[]'
    and h.animal_id = any(${sql.param(`{${viewer.animalIds.join(',')}}`)}::uuid[]))`

/** The names of who works there or did, by id. */
export const everybodyThere = sql<
  Record<string, string>
>`(select coalesce(json_object_agg(m.id, m.name), '{}')
  from app.member m where m.practice_id = ${client.practiceId})`
