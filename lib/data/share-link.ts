import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, shareLink, vetLetter } from '@/db/schema'
import { hashPin } from '@/lib/auth/link-pin'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { canShare } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { allowsVetSharing, consentsHolding, type ConsentAnswer } from '@/lib/domain/client/consents'
import { done, refused, type Result } from '@/lib/domain/result/result'
import {
  stateOfLink,
  usualDays,
  type Call,
  type ShareLinkRow,
  type ShareLinks,
} from '@/lib/domain/share/link'
import type { NewShareLink, RevokeLink } from '@/lib/domain/share/schema'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { answersOf } from './photo-place'

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
    const { answers, call, id, name, species, coat } = await subjectOf(tx, viewer, animalId)
    return {
      animal: { id, name, species, coat },
      mayShare: canShare(viewer),
      vetClosed: !mayShowVet(viewer, answers),
      call,
      links: await linksWhere(tx, viewer, eq(shareLink.animalId, id), now),
    }
  })
}

/** Every link of a household's animals, in two statements; never its token. Members only. */
export function shareLinksOfClient(
  viewer: Viewer,
  clientId: string,
  now: Temporal.Instant,
): Promise<{ household: string; links: ShareLinkRow[] }> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(clientId)
    const [row] = await tx
      .select({ household: client.name })
      .from(client)
      .where(
        and(
          eq(client.practiceId, viewer.practiceId),
          viewer.kind === 'member' ? undefined : sql`false`,
          eq(client.id, id),
        ),
      )
    return { ...found(row), links: await linksWhere(tx, viewer, eq(animal.clientId, id), now) }
  })
}

async function linksWhere(
  tx: Tx,
  viewer: Viewer,
  which: SQL | undefined,
  now: Temporal.Instant,
): Promise<ShareLinkRow[]> {
  const rows = await tx
    .select({
      id: shareLink.id,
      animalId: shareLink.animalId,
      animalName: animal.name,
      scope: shareLink.scope,
      label: shareLink.label,
      letterId: vetLetter.id,
      hasPin: sql<boolean>`${shareLink.pinHash} is not null`,
      madeBy: shareLink.createdByName,
      createdAt: shareLink.createdAt,
      expiresAt: shareLink.expiresAt,
      revokedAt: shareLink.revokedAt,
      views: shareLink.views,
      lastViewedAt: shareLink.lastViewedAt,
    })
    .from(shareLink)
    .innerJoin(animal, and(eq(animal.practiceId, shareLink.practiceId), eq(animal.id, shareLink.animalId)))
    .leftJoin(
      vetLetter,
      and(eq(vetLetter.practiceId, shareLink.practiceId), eq(vetLetter.shareLinkId, shareLink.id)),
    )
    .where(and(visibleLinks(viewer), which))
    .orderBy(desc(shareLink.createdAt), desc(shareLink.id))
    .limit(100)
  return rows.map((row) => ({ ...row, state: stateOfLink(row, now) }))
}

export type MadeLink = { linkId: string; token: string; expiresAt: Temporal.Instant }

/**
 * Makes a link to one animal for an audience and a number of days (14 where none is said), behind a PIN where one is
 * given. The token is in this answer and nowhere else: its hash is kept. Refuses for members who do not train, and a
 * vet's where the household said no; the practice waits for its yes.
 */
export async function makeShareLink(
  viewer: Viewer,
  input: NewShareLink,
  now: Temporal.Instant,
): Promise<Result<MadeLink>> {
  const linkId = randomUUID()
  const pinHash = input.pin === '' ? null : await hashPin(linkId, input.pin)
  return asViewer(viewer, async (tx) => {
    const { id: animalId, answers } = await subjectOf(tx, viewer, input.animalId)
    if (!canShare(viewer) || (viewer.kind !== 'member' && viewer.kind !== 'guardian'))
      return refused('errors.notAllowed')
    if (input.audience === 'vet' && !mayShowVet(viewer, answers)) return refused('share.vetClosed')
    const token = newToken('sl')
    const expiresAt = now.add({ hours: 24 * (input.days ?? usualDays) })
    const calls = input.audience === 'sitter'
    await tx.insert(shareLink).values({
      ...{ practiceId: viewer.practiceId, id: linkId, animalId },
      ...{ scope: input.audience, label: input.label, pinHash },
      ...{ callName: calls ? input.callName : '', callPhone: calls ? input.callPhone : '' },
      ...{ tokenHash: hashToken(token), tokenPrefix: token.slice(0, 7) },
      ...{ createdBy: viewer.userId, createdByName: viewer.name, createdAt: now, expiresAt },
    })
    await audit(tx, viewer, 'makeShareLink', 'shareLink', linkId, { animalId, scope: input.audience })
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

/** The animal to be shown, what its household agreed to, and whom its sitter would call. */
async function subjectOf(tx: Tx, viewer: Viewer, animalId: string) {
  const [row] = await tx
    .select({
      id: animal.id,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      answers: answersOf(animal.practiceId, animal.clientId),
      call: sql<Call>`coalesce((select json_build_object('name', c.name, 'phone', c.phone) from app.contact c
        where c.practice_id = ${animal.practiceId} and c.client_id = ${animal.clientId} and c.removed_at is null
        order by c.user_id is not distinct from ${'userId' in viewer ? viewer.userId : null}::uuid desc, c.is_main desc,
          c.created_at limit 1), '{"name":"","phone":""}')`,
    })
    .from(animal)
    .where(and(visibleAnimals(viewer), isNull(animal.archivedAt), eq(animal.id, idFrom(animalId))))
  return found(row)
}

/** A household shows its vet what it likes until it says no; the practice asks it first. */
const mayShowVet = (viewer: Viewer, answers: readonly ConsentAnswer[]): boolean =>
  viewer.kind === 'guardian'
    ? (consentsHolding(answers).get('vet_sharing')?.given ?? true)
    : allowsVetSharing(answers)
