import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, shareLink, vetLetter } from '@/db/schema'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { canShare } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { stateOfLink, usualDays, type ShareLinks } from '@/lib/domain/share/link'
import type { NewShareLink, RevokeLink } from '@/lib/domain/share/schema'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Links of the animals this viewer may share; a share link knows of none, not even itself. */
const visibleLinks = (viewer: Viewer) =>
  and(
    eq(shareLink.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(shareLink.animalId, [...viewer.animalIds]) : undefined,
  )
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(animal.id, [...viewer.animalIds]) : undefined,
  )

/** One animal's links with their views, in two statements. NotFound where the animal is not this viewer's. */
export function shareLinksOf(viewer: Viewer, animalId: string, now: Temporal.Instant): Promise<ShareLinks> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(animalId)
    const [subject] = await tx
      .select({ id: animal.id, name: animal.name, species: animal.species, coat: animal.coat })
      .from(animal)
      .where(and(visibleAnimals(viewer), isNull(animal.archivedAt), eq(animal.id, id)))
    const shown = found(subject)
    const rows = await tx
      .select({
        id: shareLink.id,
        label: shareLink.label,
        letterId: vetLetter.id,
        prefix: shareLink.tokenPrefix,
        madeBy: shareLink.createdByName,
        createdAt: shareLink.createdAt,
        expiresAt: shareLink.expiresAt,
        revokedAt: shareLink.revokedAt,
        views: shareLink.views,
        lastViewedAt: shareLink.lastViewedAt,
      })
      .from(shareLink)
      .leftJoin(
        vetLetter,
        and(eq(vetLetter.practiceId, shareLink.practiceId), eq(vetLetter.shareLinkId, shareLink.id)),
      )
      .where(and(visibleLinks(viewer), eq(shareLink.animalId, id)))
      .orderBy(desc(shareLink.createdAt), desc(shareLink.id))
      .limit(100)
    const links = rows.map(({ revokedAt, ...row }) => ({
      ...row,
      state: stateOfLink({ ...row, revokedAt }, now),
    }))
    return { animal: shown, mayShare: canShare(viewer), links }
  })
}

export type MadeLink = { linkId: string; token: string; expiresAt: Temporal.Instant }

/**
 * Makes a link to one animal's progress for a number of days (14 where none is said). The token is in this
 * answer and nowhere else: its hash is kept. Refuses for members who do not train.
 */
export function makeShareLink(
  viewer: Viewer,
  input: NewShareLink,
  now: Temporal.Instant,
): Promise<Result<MadeLink>> {
  return asViewer(viewer, async (tx) => {
    const [subject] = await tx
      .select({ id: animal.id })
      .from(animal)
      .where(and(visibleAnimals(viewer), isNull(animal.archivedAt), eq(animal.id, idFrom(input.animalId))))
    const { id: animalId } = found(subject)
    if (!canShare(viewer) || (viewer.kind !== 'member' && viewer.kind !== 'guardian'))
      return refused('errors.notAllowed')
    const token = newToken('sl')
    const expiresAt = now.add({ hours: 24 * (input.days ?? usualDays) })
    const [row] = await tx
      .insert(shareLink)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        label: input.label,
        tokenHash: hashToken(token),
        tokenPrefix: token.slice(0, 7),
        createdBy: viewer.userId,
        createdByName: viewer.name,
        createdAt: now,
        expiresAt,
      })
      .returning({ id: shareLink.id })
    const { id: linkId } = found(row)
    await audit(tx, viewer, 'makeShareLink', 'shareLink', linkId, { animalId })
    return done({ linkId, token, expiresAt })
  })
}

/** Ends a link at once; ending it again changes nothing. By the household and by those who train. */
export function revokeShareLink(
  viewer: Viewer,
  { linkId }: RevokeLink,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const mine = and(visibleLinks(viewer), eq(shareLink.id, idFrom(linkId)))
    const [row] = await tx
      .select({ id: shareLink.id, animalId: shareLink.animalId, revokedAt: shareLink.revokedAt })
      .from(shareLink)
      .where(mine)
    const { id, animalId, revokedAt } = found(row)
    if (!canShare(viewer)) return refused('errors.notAllowed')
    if (!revokedAt) {
      await tx
        .update(shareLink)
        .set({ revokedAt: now })
        .where(and(mine, isNull(shareLink.revokedAt)))
      await audit(tx, viewer, 'revokeShareLink', 'shareLink', id, { animalId })
    }
    return done({ animalId })
  })
}
