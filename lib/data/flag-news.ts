import { sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { member } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { isAboutHealth, type AtOnce } from '@/lib/domain/session/at-once'
import { writeNews } from '@/lib/mail/news'

/** Who looks after a household: whoever was or is to be there last, else those who own the practice. */
export const whoLooksAfter = (clientId: string): SQL => {
  const last = sql`(select v.consultant_id from app.visit v join app.member m
    on m.practice_id = v.practice_id and m.id = v.consultant_id and m.removed_at is null
    where v.practice_id = ${member.practiceId} and v.client_id = ${clientId} and v.status <> 'cancelled'
    order by v.local_start desc limit 1)`
  return sql`case when ${last} is null then ${member.role} = 'owner' else ${member.id} = ${last} end`
}

type Logged = { sessionId: string; animalId: string; clientId: string; safety: AtOnce | null }

/** Tells who looks after a household that a log of theirs asked for something to be done at once. */
export async function tellOfFlag(
  tx: Tx,
  viewer: Viewer,
  { sessionId, animalId, clientId, safety }: Logged,
  now: Temporal.Instant,
): Promise<void> {
  if (!safety || viewer.kind === 'member') return
  await writeNews(tx, {
    practiceId: viewer.practiceId,
    kind: isAboutHealth(safety) ? 'health_flag' : 'red_flag',
    key: `flag:${animalId}:${sessionId}`,
    told: { members: whoLooksAfter(clientId) },
    about: { animalId, clientId },
    dueAt: now,
  })
}
