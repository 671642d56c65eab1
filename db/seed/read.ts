import { and, eq, lt, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { news } from '@/db/schema'
import { asViewer } from '@/lib/data/as-viewer'
import type { Viewer } from '@/lib/domain/access/viewer'

/** Everybody has read what happened until three days ago. */
export const hasBeenRead = (viewer: Viewer, now: Temporal.Instant): Promise<void> =>
  asViewer(viewer, async (tx) => {
    await tx
      .update(news)
      .set({ readAt: sql`${news.dueAt} + interval '1 hour'` })
      .where(and(eq(news.practiceId, viewer.practiceId), lt(news.dueAt, now.subtract({ hours: 72 }))))
  })
