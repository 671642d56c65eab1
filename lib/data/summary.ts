import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import {
  animal,
  assessment,
  client,
  homework,
  member,
  note,
  noteAnimal,
  plan,
  practice,
  protocol,
  service,
  visit,
} from '@/db/schema'
import type { Outcome } from '@/lib/domain/plan/words'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import { shownOfBlock, type SeenAtVisit, type Summary, type SummaryAnimal } from '@/lib/domain/note/summary'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { amendmentsOf } from './amendment'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { newestPhotoOf } from './photo'

/** A summary is of a signed note: the practice's, or the household's own. */
const visibleVisits = (viewer: Viewer) =>
  and(
    eq(visit.practiceId, viewer.practiceId),
    eq(note.status, 'signed'),
    viewer.kind === 'member'
      ? undefined
      : viewer.kind === 'guardian'
        ? eq(visit.clientId, viewer.clientId)
        : sql`false`,
  )

/** The owner's page of a visit. Refuses by NotFound before it is signed. Opening it leaves an audit line. */
export function summaryOf(viewer: Viewer, visitId: string): Promise<Summary> {
  return asViewer(viewer, async (tx) => {
    const head = found(await headOf(tx, viewer, idFrom(visitId)))
    const { noteId, clientId, body, signedAt, signedZone, contentHash, ...facts } = head
    await audit(tx, viewer, 'view', 'summary', facts.visitId)
    return {
      ...facts,
      letter: body.letter,
      signedAt: found(signedAt ?? undefined),
      signedZone: signedZone ?? facts.zone,
      contentHash: contentHash ?? '',
      animals: await animalsOf(tx, viewer, noteId),
      amendments: await amendmentsOf(viewer, facts.visitId),
      next: await nextVisit(tx, viewer, clientId, facts.localStart),
    }
  })
}

async function headOf(tx: Tx, viewer: Viewer, visitId: string) {
  const signer = sql<string>`(select m.name from app.member m where m.practice_id = ${note.practiceId} and m.id = ${note.signedBy})`
  const [row] = await tx
    .select({
      visitId: visit.id,
      noteId: note.id,
      clientId: client.id,
      practiceName: practice.name,
      practicePhone: practice.phone,
      paper: practice.paper,
      units: practice.units,
      consultant: member.name,
      household: client.name,
      service: service.name,
      place: visit.place,
      localStart: visit.localStart,
      minutes: visit.minutes,
      zone: visit.zone,
      body: note.body,
      signedBy: signer,
      signedAt: note.signedAt,
      signedZone: note.signedZone,
      contentHash: note.contentHash,
    })
    .from(visit)
    .innerJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .where(and(visibleVisits(viewer), eq(visit.id, visitId)))
  return row
}

async function animalsOf(tx: Tx, viewer: Viewer, noteId: string): Promise<SummaryAnimal[]> {
  const moved = sql<string | null>`(select e.stage_key from app.stage_entry e
    where e.practice_id = ${noteAnimal.practiceId} and e.note_id = ${noteAnimal.noteId}
      and e.animal_id = ${noteAnimal.animalId} order by e.seq desc limit 1)`
  // The version the plan was under when the note was signed, whatever it was moved to later.
  const versionThen = sql`coalesce((select e.protocol_id from app.stage_entry e join app.note n
      on n.practice_id = e.practice_id and n.id = ${noteAnimal.noteId} and e.at <= n.signed_at
    where e.practice_id = ${plan.practiceId} and e.plan_id = ${plan.id} order by e.seq desc limit 1), ${plan.protocolId})`
  const outcomeSince = sql<Outcome | null>`(select e.outcome from app.stage_entry e
    where e.practice_id = ${plan.practiceId} and e.animal_id = ${plan.animalId} and e.plan_id = ${plan.id}
      and ${plan.endedAt} is not null and not exists (select 1 from app.note_animal na
        join app.note later on later.practice_id = na.practice_id and later.id = na.note_id
        join app.note this on this.practice_id = na.practice_id and this.id = ${noteAnimal.noteId}
        where na.practice_id = ${plan.practiceId} and na.animal_id = ${plan.animalId}
          and later.signed_at > this.signed_at and later.signed_at <= ${plan.endedAt})
    order by e.seq desc limit 1)`
  const rows = await tx
    .select({
      animalId: animal.id,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      photoId: newestPhotoOf(animal),
      block: noteAnimal.block,
      changes: noteAnimal.changes,
      decision: noteAnimal.decision,
      pauseUntil: noteAnimal.pauseUntil,
      protocol: protocol.definition,
      stageKey: sql<string | null>`coalesce(${moved}, ${assessment.stageKey})`,
      homework: homework.items,
      outcome: outcomeSince,
    })
    .from(noteAnimal)
    .innerJoin(animal, and(eq(animal.practiceId, noteAnimal.practiceId), eq(animal.id, noteAnimal.animalId)))
    .leftJoin(
      assessment,
      and(eq(assessment.practiceId, noteAnimal.practiceId), eq(assessment.id, noteAnimal.assessmentId)),
    )
    .leftJoin(plan, and(eq(plan.practiceId, assessment.practiceId), eq(plan.id, assessment.planId)))
    .leftJoin(protocol, and(eq(protocol.practiceId, plan.practiceId), eq(protocol.id, versionThen)))
    .leftJoin(
      homework,
      and(
        eq(homework.practiceId, noteAnimal.practiceId),
        eq(homework.noteId, noteAnimal.noteId),
        eq(homework.animalId, noteAnimal.animalId),
      ),
    )
    .where(and(eq(noteAnimal.practiceId, viewer.practiceId), eq(noteAnimal.noteId, noteId)))
    .orderBy(animal.createdAt, animal.id)
  return rows.map(({ block, ...row }) => ({
    ...row,
    seen: forHousehold(block),
    homework: row.homework ?? [],
  }))
}

const forHousehold = (block: AnimalBlock): SeenAtVisit =>
  Object.fromEntries(shownOfBlock.map((key) => [key, block[key]])) as SeenAtVisit

async function nextVisit(tx: Tx, viewer: Viewer, clientId: string, after: Temporal.PlainDateTime) {
  const [row] = await tx
    .select({
      localStart: visit.localStart,
      minutes: visit.minutes,
      place: visit.place,
      message: visit.message,
    })
    .from(visit)
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        eq(visit.clientId, clientId),
        inArray(visit.status, [...holdingStatuses]),
        gt(visit.localStart, after),
      ),
    )
    .orderBy(asc(visit.localStart))
    .limit(1)
  return row ?? null
}
