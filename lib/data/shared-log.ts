import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, shareLink } from '@/db/schema'
import { householdByLink } from '@/lib/auth/by-link'
import { takeTurn } from '@/lib/auth/limits'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound, refused, type Result } from '@/lib/domain/result/result'
import { isShownTo } from '@/lib/domain/share/audience'
import type { LinkLog } from '@/lib/domain/share/schema'
import { text } from '@/lib/format/text'
import { asViewer, asViewerOrNothing, found, idFrom } from './as-viewer'
import { recordSession, type Recorded } from './session'

/** The animal of a link that may log; no other viewer writes this way. */
const loggedAnimal = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'share' && isShownTo(viewer.scope, 'log')
      ? eq(animal.id, viewer.animalIds[0])
      : sql`false`,
  )

/**
 * Writes a session down through a partner's link, with every check of the owner's own log, under the name that was given
 * and marked as by link. Limited a link and hour; a link that ended meanwhile writes nothing.
 */
export async function logByLink(
  viewer: Viewer,
  { token: _token, by, ...sent }: LinkLog,
  now: Temporal.Instant,
): Promise<Result<Recorded>> {
  const [row] = await asViewer(viewer, (tx) =>
    tx
      .select({ clientId: animal.clientId })
      .from(animal)
      .where(and(loggedAnimal(viewer), eq(animal.id, idFrom(sent.animalId)))),
  )
  const { clientId } = found(row)
  if (viewer.kind !== 'share') throw new NotFound()
  if (!(await takeTurn('logPerLinkAndHour', viewer.linkId, now))) return refused('share.logged.tooMany')
  const household = householdByLink(viewer, clientId, text('share')('byLink', { name: by }))
  return asViewerOrNothing(household, async (tx) => {
    const [live] = await tx
      .select({ id: shareLink.id })
      .from(shareLink)
      .where(
        and(
          eq(shareLink.practiceId, viewer.practiceId),
          eq(shareLink.id, viewer.linkId),
          isNull(shareLink.revokedAt),
          gt(shareLink.expiresAt, now),
        ),
      )
      .for('key share')
    found(live)
    return recordSession(household, sent, now)
  })
}
