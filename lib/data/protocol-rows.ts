import { and, desc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { protocol, protocolDraft } from '@/db/schema'
import { canWriteProtocols } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { ProtocolDraft } from '@/lib/domain/protocol/draft'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { refused, type Refusal } from '@/lib/domain/result/result'
import { found, idFrom } from './as-viewer'

// Pieces of the verbs that write drafts; each runs inside the transaction of one.

/** Drafts belong to the practice: whoever trains there may go on with another one's. */
const visibleDrafts = (viewer: Viewer) =>
  and(eq(protocolDraft.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type DraftRow = typeof protocolDraft.$inferSelect

/** The draft, locked until the transaction ends; undefined where it is gone or never was. */
export async function lockedDraft(tx: Tx, viewer: Viewer, draftId: string): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(protocolDraft)
    .where(and(visibleDrafts(viewer), eq(protocolDraft.id, idFrom(draftId))))
    .for('update')
  return row
}

/** The draft to be changed and who changes it; NotFound where there is none, refused for who may not. */
export async function draftToChange(
  tx: Tx,
  viewer: Viewer,
  draftId: string,
): Promise<{ ok: true; row: DraftRow; writer: MemberViewer } | Refusal> {
  const row = found(await lockedDraft(tx, viewer, draftId))
  return canWriteProtocols(viewer) ? { ok: true, row, writer: viewer } : refused('errors.notAllowed')
}

/** Keeps what a locked draft says now. */
export async function keepDraft(
  tx: Tx,
  viewer: MemberViewer,
  { id, version }: Pick<DraftRow, 'id' | 'version'>,
  definition: ProtocolDraft,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(protocolDraft)
    .set({
      definition,
      key: definition.key,
      version: version + 1,
      updatedBy: viewer.memberId,
      updatedAt: now,
    })
    .where(and(visibleDrafts(viewer), eq(protocolDraft.id, id)))
}

/** Begins a draft; answers with the id of the one that is there where its key has one already. */
export async function beginDraft(
  tx: Tx,
  viewer: MemberViewer,
  definition: ProtocolDraft,
  basedOn: string | null,
  now: Temporal.Instant,
): Promise<{ id: string; isNew: boolean }> {
  const { practiceId, memberId } = viewer
  const [made] = await tx
    .insert(protocolDraft)
    .values({ practiceId, key: definition.key, definition, basedOn, updatedBy: memberId, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: protocolDraft.id })
  if (made) return { id: made.id, isNew: true }
  const [there] = await tx
    .select({ id: protocolDraft.id })
    .from(protocolDraft)
    .where(and(visibleDrafts(viewer), eq(protocolDraft.key, definition.key)))
  return { id: found(there).id, isNew: false }
}

/** Ends a draft. */
export async function endDraft(tx: Tx, viewer: MemberViewer, draftId: string): Promise<void> {
  await tx.delete(protocolDraft).where(and(visibleDrafts(viewer), eq(protocolDraft.id, draftId)))
}

/** The newest version published under a key, or null. */
export async function newestOf(
  tx: Tx,
  viewer: MemberViewer,
  key: string,
): Promise<{ id: string; definition: Protocol } | null> {
  const [row] = await tx
    .select({ id: protocol.id, definition: protocol.definition })
    .from(protocol)
    .where(and(eq(protocol.practiceId, viewer.practiceId), eq(protocol.key, key)))
    .orderBy(desc(protocol.version))
    .limit(1)
  return row ?? null
}

/** Every key that a protocol or a draft of the practice has. */
export async function takenKeys(tx: Tx, viewer: MemberViewer): Promise<string[]> {
  const published = tx
    .select({ key: protocol.key })
    .from(protocol)
    .where(eq(protocol.practiceId, viewer.practiceId))
  const drafts = tx.select({ key: protocolDraft.key }).from(protocolDraft).where(visibleDrafts(viewer))
  return (await published.union(drafts)).map(({ key }) => key)
}
