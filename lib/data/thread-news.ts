import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { news } from '@/db/schema'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { writeNews } from '@/lib/mail/news'
import { whoLooksAfter } from './flag-news'
import { ringNoMore } from './news'
import { ownPerson } from './own-person'

type Person = GuardianViewer | MemberViewer

/** Tells the other side of a thread that a message waits: the household, or who looks after it. Never what it says. */
export const tellOfMessage = (
  tx: Tx,
  me: Person,
  { clientId, seq }: { clientId: string; seq: number },
  now: Temporal.Instant,
): Promise<void> =>
  writeNews(tx, {
    practiceId: me.practiceId,
    kind: 'message',
    key: `message:${clientId}:${seq}`,
    told: me.kind === 'member' ? { clientId } : { members: whoLooksAfter(clientId) },
    about: { clientId },
    dueAt: now,
    by: me.userId,
  })

/** Whoever read a thread up to a message need not be told of what waited there, and is rung for what is left alone. */
export async function messageIsRead(
  tx: Tx,
  me: Person,
  { clientId, upTo }: { clientId: string; upTo: number },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(news)
    .set({ readAt: now, ringAt: null })
    .where(
      and(
        eq(news.practiceId, me.practiceId),
        eq(news.personId, ownPerson(me).id),
        eq(news.topic, `message:${clientId}`),
        sql`substring(${news.key} from ':([0-9]{1,9})$')::int <= ${upTo}`,
        isNull(news.readAt),
      ),
    )
  await ringNoMore(tx, me, now)
}
