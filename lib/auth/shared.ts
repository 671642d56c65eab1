import 'server-only'
import { sql } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { inTransaction } from '@/db/client'
import type { ShareViewer } from '@/lib/domain/access/viewer'
import type { ShareScope } from '@/lib/domain/share/audience'
import { pinCookie, proofOfPin } from './link-pin'
import { mintShare } from './mint'
import { hashToken } from './session-token'
import { unlessUnknown } from './unknown-link'

type Row = {
  practice_id: string
  practice_name: string
  zone: string
  link_id: string
  animal_id: string
  scope: ShareScope
  pin_hash: Buffer | null
  call_name: string
  call_phone: string
}

/** What the address of a link opens: the viewer, or first the question for its PIN. */
export type OpenedLink =
  | { locked: true; practiceName: string; linkId: string; pinHash: Buffer }
  | { locked: false; viewer: ShareViewer }

/**
 * A live share link; asked once a request. Null alike for an unknown token, one that is over or revoked, and for a
 * network that tried too many unknown ones: whoever guesses learns nothing.
 */
export const openLink = cache(async (token: string): Promise<OpenedLink | null> =>
  unlessUnknown({ token, prefix: 'sl', headers: await headers() }, async () => {
    const [row] = await inTransaction({}, (tx) =>
      tx.execute<Row>(sql`select * from app.open_share_link(${hashToken(token)})`),
    )
    if (!row) return null
    const { practice_name: practiceName, link_id: linkId, pin_hash: pinHash } = row
    if (pinHash && !(await knowsPin(linkId, pinHash))) return { locked: true, practiceName, linkId, pinHash }
    return { locked: false, viewer: viewerOf(row) }
  }),
)

/** The viewer of a link; null also where its PIN was not said yet. For whatever hangs on a shared page. */
export async function sharedViewer(token: string): Promise<ShareViewer | null> {
  const opened = await openLink(token)
  return opened && !opened.locked ? opened.viewer : null
}

/** Counts a look through a link. */
export async function countView(token: string): Promise<void> {
  await inTransaction({}, (tx) => tx.execute(sql`select app.count_share_view(${hashToken(token)})`))
}

async function knowsPin(linkId: string, pinHash: Buffer): Promise<boolean> {
  return (await cookies()).get(pinCookie)?.value === proofOfPin(linkId, pinHash)
}

const viewerOf = (row: Row): ShareViewer =>
  mintShare({
    practiceId: row.practice_id,
    practiceName: row.practice_name,
    zone: row.zone,
    scope: row.scope,
    linkId: row.link_id,
    animalIds: [row.animal_id],
    call: { name: row.call_name, phone: row.call_phone },
  })
