import 'server-only'
import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import type { FeedViewer } from '@/lib/domain/access/viewer'
import { mintFeed } from './mint'
import { hashToken } from './session-token'
import { unlessUnknown } from './unknown-link'

/**
 * Whoever asks with the token of a member's calendar feed. Null alike for an unknown token, a feed that was ended
 * or made anew, a member who left, and a network that tried too many unknown ones.
 */
export const feedViewer = (token: string, headers: Headers): Promise<FeedViewer | null> =>
  unlessUnknown({ token, prefix: 'cf', headers }, () => viewerOfFeed(token))

/** The viewer of a live feed, noted as read; null for any other token. */
export async function viewerOfFeed(token: string): Promise<FeedViewer | null> {
  const [row] = await inTransaction({}, (tx) =>
    tx.execute<{
      practice_id: string
      practice_name: string
      zone: string
      member_id: string
      details: boolean
      travel: boolean
    }>(sql`select * from app.open_calendar_feed(${hashToken(token)})`),
  )
  if (!row) return null
  const { practice_id: practiceId, practice_name: practiceName, member_id: memberId, ...rest } = row
  return mintFeed({ ...rest, practiceId, practiceName, memberId })
}
