import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { calendarFeed } from '@/db/schema'
import { hashToken, newToken } from '@/lib/auth/session-token'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Feed } from '@/lib/domain/feed/feed'
import type { FeedChoices } from '@/lib/domain/feed/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit } from './as-viewer'

/** A feed is its member's own; not even the practice owner has to do with another's. */
function ownFeed(viewer: Viewer) {
  if (viewer.kind !== 'member') throw new NotFound()
  return and(eq(calendarFeed.practiceId, viewer.practiceId), eq(calendarFeed.memberId, viewer.memberId))
}

/** The member's live feed, without its token, which nobody has any more; null where there is none. */
export function feedOf(viewer: Viewer): Promise<Feed | null> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        prefix: calendarFeed.tokenPrefix,
        details: calendarFeed.details,
        travel: calendarFeed.travel,
        madeAt: calendarFeed.madeAt,
        lastReadAt: calendarFeed.lastReadAt,
      })
      .from(calendarFeed)
      .where(ownFeed(viewer))
    return row ?? null
  })
}

export type MadeFeed = { token: string }

/**
 * Makes the member's feed, or a new address for it, which ends the old one at once and keeps what was chosen. The
 * token is in this answer and nowhere else: its hash is kept.
 */
export function makeFeed(
  viewer: MemberViewer,
  _nothing: object,
  now: Temporal.Instant,
): Promise<Result<MadeFeed>> {
  return asViewer(viewer, async (tx) => {
    ownFeed(viewer)
    const { practiceId, memberId } = viewer
    const token = newToken('cf')
    const made = {
      tokenHash: hashToken(token),
      tokenPrefix: token.slice(0, 7),
      madeAt: now,
      lastReadAt: null,
    }
    await tx
      .insert(calendarFeed)
      .values({ practiceId, memberId, ...made })
      .onConflictDoUpdate({ target: [calendarFeed.practiceId, calendarFeed.memberId], set: made })
    await audit(tx, viewer, 'make', 'calendarFeed', memberId)
    return done({ token })
  })
}

/** What the feed tells beyond the least, from its next reading on. Refused where there is no feed. */
export function chooseForFeed(
  viewer: MemberViewer,
  { details, travel }: FeedChoices,
): Promise<Result<unknown>> {
  return asViewer(viewer, async (tx) => {
    const chosen = await tx
      .update(calendarFeed)
      .set({ details, travel })
      .where(ownFeed(viewer))
      .returning({ memberId: calendarFeed.memberId })
    if (chosen.length === 0) return refused('feed.refused.none')
    await audit(tx, viewer, 'choose', 'calendarFeed', viewer.memberId, { details, travel })
    return done()
  })
}

/** Ends the feed at once; ending it again changes nothing. */
export function endFeed(viewer: MemberViewer): Promise<Result<unknown>> {
  return asViewer(viewer, async (tx) => {
    const ended = await tx
      .delete(calendarFeed)
      .where(ownFeed(viewer))
      .returning({ id: calendarFeed.memberId })
    if (ended.length > 0) await audit(tx, viewer, 'end', 'calendarFeed', viewer.memberId)
    return done()
  })
}
