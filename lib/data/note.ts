import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, internalNote, member, note, noteAnimal, visit, visitAnimal } from '@/db/schema'
import { canReadDraft, canSignNote, canTrain, canWriteNote } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { emptyBlock, emptyBody, type NoteDecisions, type NoteDraft } from '@/lib/domain/note/schema'
import { dayFrom } from '@/lib/domain/time/time'
import type { LastNote, NoteAnimal, NoteForWriting } from '@/lib/domain/note/pages'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { changesAt } from './note-changes'
import { openDraft } from './note-draft'
import { withMeasures } from './note-measures'
import { quotedInNote } from './note-quotes'
import { sharing } from './note-share'
import { snippetsOf } from './snippet'

/** Notes are the practice's; a household reads the signed one as a summary (lib/data/summary). */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/**
 * The note of a visit as its author works on it; blank where nothing was saved yet, but for what was watched live.
 * Refuses by NotFound.
 */
export function noteForWriting(viewer: Viewer, visitId: string): Promise<NoteForWriting> {
  return asViewer(viewer, async (tx) => {
    const head = found(await headOf(tx, viewer, idFrom(visitId)))
    const { authorId, ...facts } = head
    const shared = head.sharedWith.map(({ memberId }) => memberId)
    if (!canReadDraft(viewer, authorId, shared) && !(head.status === 'signed' && canTrain(viewer)))
      throw new NotFound()
    const animals = await animalsOf(tx, viewer, head.visitId, head.noteId)
    return {
      ...facts,
      // What a note from before knew nothing of is empty.
      body: { ...emptyBody, ...head.body },
      internal: head.internal ?? '',
      quoted: head.quoted.map((one) => ({ ...one, at: Temporal.Instant.from(one.at) })),
      version: head.version ?? 0,
      status: head.status ?? 'draft',
      animals: head.status === 'signed' ? animals : await withMeasures(tx, viewer, head.visitId, animals),
      mayWrite: canWriteNote(viewer, authorId, shared),
      maySign: canSignNote(viewer, authorId),
    }
  })
}

/** The note and the words of the practice that can be put into it, in four statements. */
export function noteWithSnippets(viewer: Viewer, visitId: string) {
  return asViewer(viewer, async () => ({
    note: await noteForWriting(viewer, visitId),
    snippets: await snippetsOf(viewer),
  }))
}

/**
 * The note, where its animals stand once what it says now is signed, and what changed since the visit before, for
 * deciding and signing: one transaction.
 */
export function noteWithStandings(viewer: Viewer, visitId: string, now: Temporal.Instant) {
  return asViewer(viewer, async (tx) => {
    const note = await noteForWriting(viewer, visitId)
    const drafts = new Map(note.animals.map(({ animalId, block }) => [animalId, block]))
    const standings = await assessmentsOf(viewer, [...drafts.keys()], now, 'running', drafts)
    const changes = await changesAt(tx, viewer, note.visitId, note.animals, standings)
    return { note, standings, changes }
  })
}

async function headOf(tx: Tx, viewer: Viewer, visitId: string) {
  const [row] = await tx
    .select({
      visitId: visit.id,
      noteId: note.id,
      version: note.version,
      status: note.status,
      localStart: visit.localStart,
      zone: visit.zone,
      clientId: client.id,
      household: client.name,
      cats: sql<number>`(select count(*)::int from app.animal a where a.practice_id = ${client.practiceId}
        and a.client_id = ${client.id} and a.species = 'cat' and a.archived_at is null)`,
      setOutAt: visit.setOutAt,
      arrivedAt: visit.arrivedAt,
      leftAt: visit.leftAt,
      /** A draft belongs to whoever began it, else to the visit's consultant. */
      authorId: sql<string>`coalesce(${note.authorId}, ${visit.consultantId})`,
      authorName: member.name,
      body: note.body,
      internal: internalNote.body,
      quoted: quotedInNote,
      signedAt: note.signedAt,
      signedZone: note.signedZone,
      signedBy: sql<string | null>`(select m.name from app.member m
        where m.practice_id = ${note.practiceId} and m.id = ${note.signedBy})`,
      contentHash: note.contentHash,
      ...sharing,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .leftJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
    .leftJoin(
      internalNote,
      and(eq(internalNote.practiceId, note.practiceId), eq(internalNote.noteId, note.id)),
    )
    .innerJoin(
      member,
      and(
        eq(member.practiceId, visit.practiceId),
        sql`${member.id} = coalesce(${note.authorId}, ${visit.consultantId})`,
      ),
    )
    .where(and(visibleVisits(viewer), eq(visit.id, visitId)))
  return row
}

/** What was last signed of an animal, at another visit than the one that is read. */
const lastNote = sql<(Omit<LastNote, 'day'> & { day: string }) | null>`(select json_build_object(
    'visitId', v.id, 'day', v.local_start::date, 'block', b.block, 'decision', b.decision, 'body', n.body,
    'corrections', (select coalesce(json_agg(json_build_object('field', a.field, 'body', a.body, 'by', m.name)
        order by a.nth), '[]')
      from app.amendment a join app.member m on m.practice_id = a.practice_id and m.id = a.amended_by
      where a.practice_id = n.practice_id and a.note_id = n.id and a.field is not null))
  from app.note_animal b
  join app.note n on n.practice_id = b.practice_id and n.id = b.note_id and n.status = 'signed'
  join app.visit v on v.practice_id = n.practice_id and v.id = n.visit_id
  where b.practice_id = ${animal.practiceId} and b.animal_id = ${animal.id}
    and n.visit_id <> ${visitAnimal.visitId} order by v.local_start desc limit 1)`

async function animalsOf(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  noteId: string | null,
): Promise<NoteAnimal[]> {
  const rows = await tx
    .select({
      animalId: animal.id,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      sessions: sql<number>`(select count(*)::int from app.session s where s.practice_id = ${animal.practiceId}
        and s.animal_id = ${animal.id} and s.visit_id = ${visitAnimal.visitId} and s.voided_at is null)`,
      block: noteAnimal.block,
      decision: noteAnimal.decision,
      reason: noteAnimal.decisionReason,
      pauseUntil: noteAnimal.pauseUntil,
      ticks: noteAnimal.ticks,
      last: lastNote,
    })
    .from(visitAnimal)
    .innerJoin(visit, and(eq(visit.practiceId, visitAnimal.practiceId), eq(visit.id, visitAnimal.visitId)))
    .innerJoin(
      animal,
      and(eq(animal.practiceId, visitAnimal.practiceId), eq(animal.id, visitAnimal.animalId)),
    )
    .leftJoin(
      noteAnimal,
      and(
        eq(noteAnimal.practiceId, visitAnimal.practiceId),
        eq(noteAnimal.animalId, visitAnimal.animalId),
        noteId ? eq(noteAnimal.noteId, noteId) : sql`false`,
      ),
    )
    .where(and(visibleVisits(viewer), eq(visitAnimal.visitId, visitId)))
    .orderBy(animal.createdAt, animal.id)
  return rows.map((row) => ({
    ...row,
    last: row.last && { ...row.last, day: Temporal.PlainDate.from(row.last.day) },
    block: row.block ?? emptyBlock,
    reason: row.reason ?? '',
    ticks: row.ticks ?? [],
  }))
}

/** Keeps the draft. Refuses where a later version stands, where it is signed, and anybody but its author. */
export function saveNote(
  viewer: MemberViewer,
  draft: NoteDraft,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const opened = await openDraft(tx, viewer, draft)
    if (!opened.ok) return opened
    const { noteId } = opened.value
    await tx
      .update(note)
      .set({ body: draft.body, version: draft.version + 1, updatedAt: now })
      .where(and(eq(note.practiceId, viewer.practiceId), eq(note.id, noteId)))
    for (const { animalId, block } of opened.value.mine(draft.animals)) {
      const key = { practiceId: viewer.practiceId, noteId, animalId }
      await tx
        .insert(noteAnimal)
        .values({ ...key, block })
        .onConflictDoUpdate({
          target: [noteAnimal.practiceId, noteAnimal.noteId, noteAnimal.animalId],
          set: { block },
        })
    }
    await tx
      .insert(internalNote)
      .values({ practiceId: viewer.practiceId, noteId, body: draft.internal })
      .onConflictDoUpdate({
        target: [internalNote.practiceId, internalNote.noteId],
        set: { body: draft.internal },
      })
    await audit(tx, viewer, 'save', 'note', noteId)
    return done(draft.visitId)
  })
}

/** Keeps what was decided for each animal; nothing takes effect before the signature. */
export function saveDecisions(
  viewer: MemberViewer,
  chosen: NoteDecisions,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const opened = await openDraft(tx, viewer, chosen)
    if (!opened.ok) return opened
    const { noteId } = opened.value
    await tx
      .update(note)
      .set({ version: chosen.version + 1, updatedAt: now })
      .where(and(eq(note.practiceId, viewer.practiceId), eq(note.id, noteId)))
    for (const { animalId, decision, reason, pauseUntil, ticks } of opened.value.mine(chosen.animals)) {
      const values = {
        decision: decision ?? null,
        decisionReason: reason,
        pauseUntil: dayFrom(pauseUntil),
        ticks,
      }
      await tx
        .insert(noteAnimal)
        .values({ practiceId: viewer.practiceId, noteId, animalId, block: emptyBlock, ...values })
        .onConflictDoUpdate({
          target: [noteAnimal.practiceId, noteAnimal.noteId, noteAnimal.animalId],
          set: values,
        })
    }
    await audit(tx, viewer, 'decide', 'note', noteId)
    return done(chosen.visitId)
  })
}
