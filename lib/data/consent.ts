import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, consent, member, shareLink } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { allowsVetSharing, type ConsentKind } from '@/lib/domain/client/consents'
import type { NewConsent } from '@/lib/domain/client/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** What a household agreed to is between it and its practice. */
const visibleConsents = (viewer: Viewer) =>
  and(
    eq(consent.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(consent.clientId, viewer.clientId) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )

export type ConsentRecord = {
  id: string
  kind: ConsentKind
  given: boolean
  /** ISO day. */
  givenOn: string
  /** Who said so. */
  givenBy: string
  recordedBy: string
}

/** Every yes and no of a household in the order they were written down; `consentsHolding` says which hold. */
export function consentsOf(viewer: Viewer, clientId: string): Promise<ConsentRecord[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: consent.id,
        kind: consent.kind,
        given: consent.given,
        givenOn: consent.givenOn,
        givenBy: consent.givenBy,
        recordedBy: member.name,
      })
      .from(consent)
      .innerJoin(member, and(eq(member.practiceId, consent.practiceId), eq(member.id, consent.recordedBy)))
      .where(and(visibleConsents(viewer), eq(consent.clientId, idFrom(clientId))))
      .orderBy(asc(consent.createdAt), asc(consent.id))
    return rows.map((row) => ({ ...row, givenOn: row.givenOn.toString() }))
  })
}

/** Writes down a yes or a no with its day and who said it. Nothing is replaced: a change of mind is a new record. */
export function recordConsent(
  viewer: Viewer,
  input: NewConsent,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [home] = await tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, viewer.practiceId), eq(client.id, idFrom(input.clientId))))
    const clientId = found(home).id
    const givenOn = Temporal.PlainDate.from(input.givenOn)
    if (Temporal.PlainDate.compare(givenOn, dayOf(now, viewer.zone)) > 0)
      return refused('errors.checkFields', { fields: { givenOn: 'inTheFuture' } })
    const [made] = await tx
      .insert(consent)
      .values({
        practiceId: viewer.practiceId,
        clientId,
        kind: input.kind,
        given: input.given,
        givenOn,
        givenBy: input.givenBy,
        recordedBy: viewer.memberId,
      })
      .returning({ id: consent.id })
    if (input.kind === 'vet_sharing' && !allowsVetSharing(await consentsOf(viewer, clientId)))
      await endVetLinks(tx, viewer, clientId, now)
    await audit(tx, viewer, 'record', 'consent', found(made).id, { kind: input.kind, given: input.given })
    return done({ clientId })
  })
}

/** What the vet could open is closed with the household's yes; whoever holds a code finds nothing. */
async function endVetLinks(
  tx: Tx,
  viewer: MemberViewer,
  clientId: string,
  now: Temporal.Instant,
): Promise<void> {
  const { practiceId } = viewer
  const animals = tx
    .select({ id: animal.id })
    .from(animal)
    .where(and(eq(animal.practiceId, practiceId), eq(animal.clientId, clientId)))
  await tx
    .update(shareLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(shareLink.practiceId, practiceId),
        inArray(shareLink.scope, ['vet', 'letter']),
        inArray(shareLink.animalId, animals),
        isNull(shareLink.revokedAt),
      ),
    )
}
