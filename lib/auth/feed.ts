import 'server-only'
import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { now } from '@/lib/clock'
import type { FeedViewer } from '@/lib/domain/access/viewer'
import { hasTurn, takeTurn } from './limits'
import { mintFeed } from './mint'
import { networkOf } from './network'
import { hashToken } from './session-token'

/**
 * Whoever asks with the token of a member's calendar feed. Null alike for an unknown token, a feed that was ended
 * or made anew, a member who left, and a network that tried too many unknown ones.
 */
export async function feedViewer(token: string, headers: Headers): Promise<FeedViewer | null> {
  if (!/^cf_[\w-]{43}$/.test(token)) return null
  const network = networkOf(headers)
  if (!(await hasTurn('unknownLinkPerNetworkAndMinute', network, now()))) return null
  const viewer = await viewerOfFeed(token)
  if (!viewer) await takeTurn('unknownLinkPerNetworkAndMinute', network, now())
  return viewer
}

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
