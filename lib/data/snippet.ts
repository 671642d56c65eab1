import { and, asc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { snippet } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { mostSnippets, type Snippet, type SnippetForm } from '@/lib/domain/note/snippet'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** For those who write notes, and the office that reads them. */
const visibleSnippets = (viewer: Viewer) =>
  and(eq(snippet.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** The practice's snippets by name. */
export function snippetsOf(viewer: Viewer): Promise<Snippet[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: snippet.id,
        version: snippet.version,
        name: snippet.name,
        field: snippet.field,
        body: snippet.body,
      })
      .from(snippet)
      .where(visibleSnippets(viewer))
      .orderBy(asc(sql`lower(${snippet.name})`), asc(snippet.id)),
  )
}

/**
 * Keeps a snippet, a new one where none is named. Refuses members who do not train, one more than can be kept, and
 * a change by somebody who saw an earlier version.
 */
export function keepSnippet(
  viewer: MemberViewer,
  { id, version, ...words }: SnippetForm,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const all = await tx
      .select({ id: snippet.id, version: snippet.version })
      .from(snippet)
      .where(visibleSnippets(viewer))
    const kept = id ? found(all.find((one) => one.id === id)) : null
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (!kept && all.length >= mostSnippets) return refused('note.tooManySnippets')
    const stamped = { ...words, writtenBy: viewer.memberId, writtenAt: now }
    if (!kept) {
      const [made] = await tx
        .insert(snippet)
        .values({ practiceId: viewer.practiceId, ...stamped })
        .returning({ id: snippet.id })
      await audit(tx, viewer, 'keep', 'snippet', found(made).id)
      return done(found(made).id)
    }
    const [changed] = await tx
      .update(snippet)
      .set({ ...stamped, version: kept.version + 1 })
      .where(and(visibleSnippets(viewer), eq(snippet.id, kept.id), eq(snippet.version, version ?? 0)))
      .returning({ id: snippet.id })
    if (!changed) return refused('errors.conflict', { version: kept.version })
    await audit(tx, viewer, 'keep', 'snippet', kept.id)
    return done(kept.id)
  })
}

/** Takes a snippet out; notes that were written with it keep their words. */
export function removeSnippet(viewer: MemberViewer, asked: { id: string }): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(asked.id)
    const [kept] = await tx
      .select({ id: snippet.id })
      .from(snippet)
      .where(and(visibleSnippets(viewer), eq(snippet.id, id)))
    found(kept)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    await tx.delete(snippet).where(and(visibleSnippets(viewer), eq(snippet.id, id)))
    await audit(tx, viewer, 'remove', 'snippet', id)
    return done(id)
  })
}
