import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { pairsOf } from '@/lib/domain/relation/relation'
import type { AnimalOverview, MeasureRow, VetVisitRow } from '@/lib/domain/standing/overview'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { entriesOf, listOf } from './plan-rows'
import { relationsFrom, relationsIn } from './relation'
import { safetyColumns, safetyFrom } from './safety-rows'
import { sessionsOf } from './session'

/** The practice's animals, archived ones too; nobody else reads this page. */
const visibleAnimals = (viewer: Viewer) =>
  and(eq(animal.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** The consultant's page of one animal, in four statements. NotFound for everybody outside the practice. */
export function animalOverview(
  viewer: Viewer,
  animalId: string,
  now: Temporal.Instant,
): Promise<AnimalOverview> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(animalId)
    const {
      safetyRows,
      weightG,
      temperatureBlocks,
      vetFlags,
      vetVisits,
      plan,
      homework,
      measures,
      zone,
      archivedAt,
      housemates,
      relations,
      ...row
    } = found(await overviewRow(tx, viewer, id, now))
    const today = dayOf(now, zone)
    const { vetFlags: flags, ...safety } = safetyFrom(
      { safetyRows, weightG, temperatureBlocks, vetFlags },
      row.species,
      today,
    )
    const latest = (await assessmentsOf(viewer, [id], now, 'latest')).get(id) ?? null
    const completed = latest?.status === 'completed'
    return {
      ...row,
      housemates: listOf<{ id: string; name: string }>(housemates).map((other) => ({
        ...other,
        relation: pairsOf([{ id }, other], relationsFrom(relations))[0]?.now ?? null,
      })),
      archived: archivedAt !== null,
      today,
      standing: completed ? null : latest,
      finished: completed ? latest : null,
      measures: measuresOf(measures),
      vetFlags: flags,
      vetVisits: listOf<Omit<VetVisitRow, 'day'> & { day: string }>(vetVisits).map((visit) => ({
        ...visit,
        day: Temporal.PlainDate.from(visit.day),
      })),
      safety,
      plan: plan && {
        newer: plan.newer,
        changes: entriesOf(plan.entries).map((entry, index) => ({
          ...entry,
          by: listOf<{ by: string | null }>(plan.entries)[index]?.by ?? null,
        })),
      },
      homework: homework && {
        items: homework.items,
        createdAt: Temporal.Instant.from(homework.created_at),
      },
      sessions: await sessionsOf(viewer, id, 60),
    }
  })
}

type PlanJson = { newer: { id: string; version: number } | null; entries: unknown }
type HomeworkJson = { items: NonNullable<AnimalOverview['homework']>['items']; created_at: string }

async function overviewRow(tx: Tx, viewer: Viewer, id: string, now: Temporal.Instant) {
  const mine = sql`x.practice_id = ${animal.practiceId} and x.animal_id = ${animal.id}`
  const [row] = await tx
    .select({
      id: animal.id,
      clientId: animal.clientId,
      household: client.name,
      zone: client.zone,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      breed: animal.breed,
      sex: animal.sex,
      neutering: animal.neutering,
      bornOn: animal.bornOn,
      bornPrecision: animal.bornPrecision,
      foodPreferences: animal.foodPreferences,
      knownTriggers: animal.knownTriggers,
      archivedAt: animal.archivedAt,
      ...safetyColumns,
      housemates: sql<unknown>`(select json_agg(json_build_object('id', x.id, 'name', x.name) order by x.name)
        from app.animal x where x.practice_id = ${animal.practiceId} and x.client_id = ${animal.clientId}
          and x.id <> ${animal.id} and x.archived_at is null)`,
      relations: relationsIn(sql`animal.client_id`),
      measures: sql<unknown>`(select json_agg(m) from (select * from (
          select distinct on (x.taken_on, x.weight_grams, x.girth_mm, x.neck_mm, x.length_mm) * from app.measure x
          where ${mine} and coalesce(x.weight_grams, x.girth_mm, x.neck_mm, x.length_mm) is not null) x
        order by x.taken_on desc, x.created_at desc limit 4) m)`,
      vetVisits: sql<unknown>`(select json_agg(json_build_object('id', x.id, 'day', x.day, 'at', x.at,
        'words', x.words) order by x.day, x.at) from app.vet_visit x
        where ${mine} and x.day >= (${now.toString()}::timestamptz at time zone client.zone)::date)`,
      lastNoteVisitId: sql<string | null>`(select v.id from app.visit v
        join app.note n on n.practice_id = v.practice_id and n.visit_id = v.id and n.status = 'signed'
        join app.visit_animal x on x.practice_id = v.practice_id and x.visit_id = v.id
        where ${mine} order by v.local_start desc limit 1)`,
      homework: sql<HomeworkJson | null>`(select to_jsonb(x) from app.homework x
        where ${mine} and x.replaced_at is null)`,
      plan: sql<PlanJson | null>`(select json_build_object(
          'newer', (select json_build_object('id', n.id, 'version', n.version) from app.protocol n
            join app.protocol p on p.practice_id = n.practice_id and p.key = n.key and p.version < n.version
            where p.practice_id = x.practice_id and p.id = x.protocol_id order by n.version desc limit 1),
          'entries', (select json_agg(to_jsonb(e) || jsonb_build_object('by', (select m.name from app.member m
              where m.practice_id = e.practice_id and m.id = e.decided_by)) order by e.seq)
            from app.stage_entry e where e.practice_id = x.practice_id and e.plan_id = x.id))
        from app.plan x where ${mine} order by x.ended_at is null desc, x.created_at desc, x.id limit 1)`,
    })
    .from(animal)
    .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .where(and(visibleAnimals(viewer), eq(animal.id, id)))
  return row
}

type MeasureJson = {
  id: string
  taken_on: string
  weight_grams: number | null
  girth_mm: number | null
  neck_mm: number | null
  length_mm: number | null
}

const measuresOf = (rows: unknown): MeasureRow[] =>
  listOf<MeasureJson>(rows).map((row) => ({
    id: row.id,
    takenOn: Temporal.PlainDate.from(row.taken_on),
    weightGrams: row.weight_grams,
    girthMm: row.girth_mm,
    neckMm: row.neck_mm,
    lengthMm: row.length_mm,
  }))
