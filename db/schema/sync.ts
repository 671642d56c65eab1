import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Verdict } from '@/lib/domain/sync/answer'
import { user } from './auth'
import { app, instant, practiceId } from './columns'

/** What a device sent under a key of its own, and what became of it; its answer is empty only while it is done. */
export const syncReceipt = app.table(
  'sync_receipt',
  {
    practiceId: practiceId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    key: uuid('key').notNull(),
    kind: text('kind').notNull(),
    contentHash: text('content_hash').notNull(),
    answer: jsonb('answer').$type<Verdict>(),
    madeAt: instant('made_at').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.userId, t.key] }),
    index('sync_receipt_by_age').on(t.receivedAt),
  ],
)
