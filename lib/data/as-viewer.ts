import { AsyncLocalStorage } from 'node:async_hooks'
import { inTransaction, type Tx, type TransactionSettings } from '@/db/client'
import * as schema from '@/db/schema'
import type { FeedViewer, Viewer } from '@/lib/domain/access/viewer'
import { NotFound, type Refusal, type Result } from '@/lib/domain/result/result'

const open = new AsyncLocalStorage<{ viewer: Viewer | FeedViewer; tx: Tx }>()

/**
 * Runs statements as this viewer: one transaction whose row policies know who asks. Verbs of lib/data
 * that call each other share it; another viewer inside it is a mistake and throws.
 */
export function asViewer<T>(viewer: Viewer | FeedViewer, run: (tx: Tx) => Promise<T>): Promise<T> {
  const ambient = open.getStore()
  if (!ambient) return inTransaction(settingsOf(viewer), (tx) => open.run({ viewer, tx }, () => run(tx)))
  if (ambient.viewer !== viewer)
    throw new Error('A transaction belongs to one viewer; another one asked inside it')
  return run(ambient.tx)
}

class TakenBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('a refusal after the first write takes everything back')
  }
}

/** As `asViewer`, for verbs made of several: a refusal anywhere takes back all that was written before it. */
export async function asViewerOrNothing<T>(
  viewer: Viewer,
  run: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await asViewer(viewer, async (tx) => {
      const result = await run(tx)
      if (!result.ok) throw new TakenBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal
    throw error
  }
}

function settingsOf(viewer: Viewer | FeedViewer): TransactionSettings {
  const { practiceId } = viewer
  switch (viewer.kind) {
    case 'member':
      return { practiceId, userId: viewer.userId, role: viewer.role }
    case 'guardian':
      return {
        practiceId,
        userId: viewer.linkId ? undefined : viewer.userId,
        role: 'guardian',
        clientId: viewer.clientId,
        animalIds: viewer.animalIds,
      }
    case 'share':
      return {
        ...{ practiceId, role: 'share', linkId: viewer.linkId, linkScope: viewer.scope },
        ...(viewer.scope === 'letter' ? {} : { animalIds: viewer.animalIds }),
      }
    case 'feed':
      return { practiceId, role: 'feed', memberId: viewer.memberId, readOnly: true }
    case 'system':
      return { practiceId, role: 'system' }
  }
}

/** The person behind a viewer, where there is one. */
export const userIdOf = (viewer: Viewer): string | null =>
  viewer.kind === 'member' || (viewer.kind === 'guardian' && !viewer.linkId)
    ? viewer.userId
    : viewer.kind === 'system'
      ? viewer.onBehalfOf
      : null

/** One line of the audit, in the same transaction as what it tells. Ids and keys only in `detail`. */
export async function audit(
  tx: Tx,
  viewer: Viewer,
  verb: string,
  noun: string,
  nounId: string | null,
  detail?: Record<string, unknown>,
): Promise<void> {
  await tx.insert(schema.auditEvent).values({
    practiceId: viewer.practiceId,
    userId: userIdOf(viewer),
    viewerKind: viewer.kind === 'guardian' && viewer.linkId ? 'share' : viewer.kind,
    verb,
    noun,
    nounId,
    detail: detail ?? null,
  })
}

/** The row, or NotFound: a stranger's row, a random id and a malformed one are the same. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new NotFound()
  return row
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id from an address bar or a form; a malformed one is not found, like a stranger's. */
export function idFrom(text: string | undefined): string {
  if (!text || !shape.test(text)) throw new NotFound()
  return text.toLowerCase()
}
