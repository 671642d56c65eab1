import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { mintShare } from '@/lib/auth/mint'
import { hashToken } from '@/lib/auth/session-token'
import type { GuardianViewer, MemberViewer, ShareViewer } from '@/lib/domain/access/viewer'
import type { Audience, ShareScope } from '@/lib/domain/share/audience'
import { shareLinkSchema, type NewShareLink } from '@/lib/domain/share/schema'
import { makeShareLink, type MadeLink } from '@/lib/data/share-link'

type Row = {
  practice_id: string
  practice_name: string
  zone: string
  link_id: string
  animal_id: string
} & {
  scope: ShareScope
  call_name: string
  call_phone: string
}

/** As the address of a link does it; null where it opens nothing. */
export async function openedBy(token: string): Promise<ShareViewer | null> {
  const [row] = await inTransaction({}, (tx) =>
    tx.execute<Row>(sql`select * from app.open_share_link(${hashToken(token)})`),
  )
  if (!row) return null
  return mintShare({
    ...{ practiceId: row.practice_id, practiceName: row.practice_name, zone: row.zone, scope: row.scope },
    ...{ linkId: row.link_id, animalIds: [row.animal_id] as const },
    call: { name: row.call_name, phone: row.call_phone },
  })
}

/** What the form of a new link sends. */
export const linkFor = (
  animalId: string,
  audience: Audience = 'journey',
  more: Record<string, string> = {},
): NewShareLink => shareLinkSchema.parse({ animalId, audience, callPhone: '0316 555 010', ...more })

export async function madeLink(
  maker: MemberViewer | GuardianViewer,
  link: NewShareLink,
  now: Temporal.Instant,
): Promise<MadeLink> {
  const answer = await makeShareLink(maker, link, now)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}
