import { and, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import * as schema from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import {
  householdDataSchema,
  householdFormat,
  householdVersion,
  rowShapes,
  type HouseholdData,
  type RowKind,
} from '@/lib/domain/household-data/schema'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer, audit, idFrom } from './as-viewer'
import { visiblePhotos } from './photo'
import { summaryOf } from './summary'

type Part = {
  table: PgTable
  /** Whose they are; every statement carries it beside the row policies. */
  where: SQL | undefined
  order: PgColumn
  /** Fields that stand in another table. */
  also?: Record<string, SQL>
}

/** The rows of the viewer's own household, kind by kind: all that its people may read of it, and nothing else. */
function partsOf(viewer: GuardianViewer): Record<RowKind, Part> {
  const animals = [...viewer.animalIds]
  const atHome = (table: PgTable & { practiceId: PgColumn; clientId: PgColumn }, order: PgColumn): Part => ({
    ...{ table, order },
    where: and(eq(table.practiceId, viewer.practiceId), eq(table.clientId, viewer.clientId)),
  })
  const ofAnimals = (
    table: PgTable & { practiceId: PgColumn; animalId: PgColumn },
    order: PgColumn,
  ): Part => ({
    ...{ table, order },
    where: and(eq(table.practiceId, viewer.practiceId), inArray(table.animalId, animals)),
  })
  const ownRows = (
    table: PgTable & { practiceId: PgColumn; contactId: PgColumn },
    order: PgColumn,
  ): Part => ({
    ...{ table, order },
    where: and(eq(table.practiceId, viewer.practiceId), eq(table.contactId, viewer.contactId)),
  })
  const { client, animal, photo, plan, visit } = schema
  return {
    household: {
      ...{ table: client, order: client.createdAt },
      where: and(eq(client.practiceId, viewer.practiceId), eq(client.id, viewer.clientId)),
    },
    people: atHome(schema.contact, schema.contact.createdAt),
    mailChoices: ownRows(schema.mailChoice, schema.mailChoice.changedAt),
    newsChoices: ownRows(schema.newsChoice, schema.newsChoice.changedAt),
    devices: ownRows(schema.pushDevice, schema.pushDevice.createdAt),
    looks: ownRows(schema.homeLook, schema.homeLook.seenAt),
    consents: atHome(schema.consent, schema.consent.createdAt),
    animals: {
      ...{ table: animal, order: animal.createdAt },
      where: and(eq(animal.practiceId, viewer.practiceId), inArray(animal.id, animals)),
    },
    measures: ofAnimals(schema.measure, schema.measure.takenOn),
    harnessFits: ofAnimals(schema.fitRecord, schema.fitRecord.createdAt),
    plans: {
      ...ofAnimals(plan, plan.createdAt),
      also: {
        protocol: sql`(select p.name from app.protocol p
          where p.practice_id = ${plan.practiceId} and p.id = ${plan.protocolId})`,
      },
    },
    stages: ofAnimals(schema.stageEntry, schema.stageEntry.seq),
    homework: ofAnimals(schema.homework, schema.homework.createdAt),
    sessions: ofAnimals(schema.session, schema.session.startedAt),
    obstacles: ofAnimals(schema.obstacle, schema.obstacle.day),
    assessments: ofAnimals(schema.assessment, schema.assessment.computedAt),
    safety: ofAnimals(schema.safetyRecord, schema.safetyRecord.seq),
    vetFlags: ofAnimals(schema.vetFlag, schema.vetFlag.openedAt),
    vetLetters: ofAnimals(schema.vetLetter, schema.vetLetter.writtenAt),
    shareLinks: ofAnimals(schema.shareLink, schema.shareLink.createdAt),
    visits: {
      ...atHome(visit, visit.localStart),
      also: {
        service: sql`(select s.name from app.service s
          where s.practice_id = ${visit.practiceId} and s.id = ${visit.serviceId})`,
        consultant: sql`(select m.name from app.member m
          where m.practice_id = ${visit.practiceId} and m.id = ${visit.consultantId})`,
      },
    },
    visitRequests: atHome(schema.visitRequest, schema.visitRequest.askedAt),
    messages: {
      ...atHome(schema.threadMessage, schema.threadMessage.seq),
      also: {
        by: sql`coalesce((select c.name from app.contact c where c.practice_id = ${schema.threadMessage.practiceId}
            and c.id = ${schema.threadMessage.contactId}), (select m.name from app.member m
            where m.practice_id = ${schema.threadMessage.practiceId} and m.id = ${schema.threadMessage.memberId}), '')`,
      },
    },
    waiting: atHome(schema.waiting, schema.waiting.since),
    waitingOffers: atHome(schema.waitingOffer, schema.waitingOffer.offeredAt),
    photos: { table: photo, order: photo.addedAt, where: visiblePhotos(viewer) },
  }
}

/** The fields that the shape names, and no others. */
function rowsOf(tx: Tx, kind: RowKind, { table, where, order, also = {} }: Part) {
  const columns = getTableColumns(table)
  const fields: Record<string, PgColumn | SQL> = {}
  for (const name of Object.keys(rowShapes[kind].shape)) {
    const field = also[name] ?? columns[name]
    if (!field) throw new Error(`${kind} has no ${name}`)
    fields[name] = field
  }
  return tx
    .select(fields as Record<string, PgColumn>)
    .from(table)
    .where(where)
    .orderBy(order)
}

/**
 * Everything there is about a household, as its people may read it: a statement a kind. What the practice
 * wrote for itself, drafts, codes of doors, tokens and other households are not in it. For its guardians only; leaves an
 * audit line.
 */
export function householdDataOf(
  viewer: Viewer,
  clientId: string,
  now: Temporal.Instant,
): Promise<HouseholdData> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian' || viewer.clientId !== idFrom(clientId)) throw new NotFound()
    const { practice } = schema
    const [its] = await tx
      .select({ name: practice.name, email: practice.email, phone: practice.phone })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    const kinds = Object.entries(partsOf(viewer)) as [RowKind, Part][]
    const read: Record<string, unknown> = {}
    for (const [kind, part] of kinds) read[kind] = await rowsOf(tx, kind, part)
    const [home] = read.household as unknown[]
    await audit(tx, viewer, 'download', 'client', viewer.clientId)
    return plainly({
      ...{ format: householdFormat, version: householdVersion, madeAt: now, practice: its },
      ...read,
      household: home,
      summaries: await summariesOf(tx, viewer),
    })
  })
}

/** The signed notes as their summaries; each leaves an audit line like every look at one. */
async function summariesOf(tx: Tx, viewer: GuardianViewer): Promise<unknown[]> {
  const { note, visit } = schema
  const visits = await tx
    .select({ id: visit.id })
    .from(visit)
    .innerJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        eq(visit.clientId, viewer.clientId),
        eq(note.status, 'signed'),
      ),
    )
    .orderBy(visit.localStart)
  const summaries: unknown[] = []
  for (const { id } of visits) {
    const { visitId, letter, signedBy, signedAt, contentHash, animals, amendments } = await summaryOf(
      viewer,
      id,
    )
    summaries.push({
      ...{ visitId, letter, signedBy, signedAt, contentHash },
      animals: animals.map(({ animalId, seen, decision, pauseUntil, stageKey, homework }) => {
        return { animalId, seen, decision, pauseUntil, stageKey, homework }
      }),
      additions: amendments.map(({ nth, body, reason, by, at }) => ({ nth, body, reason, by, at })),
    })
  }
  return summaries
}

/** Days and moments as text; whatever has no place in the shape throws, so that nothing more ever leaves. */
const plainly = (data: object): HouseholdData => householdDataSchema.parse(JSON.parse(JSON.stringify(data)))
