import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { news } from '@/db/schema'
import { asViewer } from '@/lib/data/as-viewer'
import type { Viewer } from '@/lib/domain/access/viewer'

/** Everybody has read what happened until three days ago, and no device rings for a life that is told afterwards. */
export const hasBeenRead = (viewer: Viewer, now: Temporal.Instant): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const ofPractice = eq(news.practiceId, viewer.practiceId)
    const lately = now.subtract({ hours: 72 })
    await tx
      .update(news)
      .set({ readAt: sql`${news.dueAt} + interval '1 hour'`, ringAt: null })
      .where(and(ofPractice, lt(news.dueAt, lately)))
    await tx
      .update(news)
      .set({ ringAt: null })
      .where(and(ofPractice, gte(news.dueAt, lately)))
  })
