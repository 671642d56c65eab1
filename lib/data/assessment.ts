import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, plan, session } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { asIfSigned } from '@/lib/domain/note/as-if'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { standingOf, trainedStage, type AnimalStanding, type PlanFacts } from '@/lib/domain/standing/standing'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer } from './as-viewer'
import { entriesOf, openVetOf } from './plan-rows'
import { safetyFacts, safetyRecordsOf } from './safety-rows'
import { sessionsThatCount } from './stage-sessions'
import { standingWords } from './standing-words'

/** Plans of the animals this viewer may see. */
const visiblePlans = (viewer: Viewer) =>
  and(
    eq(plan.practiceId, viewer.practiceId),
    'animalIds' in viewer ? inArray(plan.animalId, [...viewer.animalIds]) : undefined,
  )

/**
 * Where these animals stand today, in the zone of their home, in two statements however many they are.
 * Animals without a running plan (with `latest`: without any plan), and those this viewer may not see, are absent.
 * A share link sees neither vet flags nor the safety list, so its answer is for the journey, never for a decision.
 */
export function assessmentsOf(
  viewer: Viewer,
  animalIds: readonly string[],
  now: Temporal.Instant,
  which: 'running' | 'latest' = 'running',
  /** What a draft says of an animal that the rules read: then it is how it will stand once that is signed. */
  drafts: ReadonlyMap<string, AnimalBlock> = new Map(),
): Promise<Map<string, AnimalStanding>> {
  if (animalIds.length === 0) return Promise.resolve(new Map())
  return asViewer(viewer, async (tx) => {
    const plans = await plansOf(tx, viewer, animalIds, which)
    if (plans.length === 0) return new Map()
    const protocols = plans.find((row) => row.protocols)?.protocols ?? {}
    const read = plans.flatMap((row) => {
      const definition = protocols[row.protocolId]
      const facts: PlanFacts | undefined = definition && {
        ...row,
        protocol: definition,
        versions: Object.fromEntries(Object.entries(protocols).filter(([id]) => row.versionIds.includes(id))),
        entries: entriesOf(row.entries),
        openVet: openVetOf(row.vetFlags),
        safety: safetyRecordsOf(row.safetyRows),
      }
      if (!facts) return []
      const today = dayOf(now, row.zone)
      const draft = drafts.get(row.animalId)
      return [{ facts: draft ? asIfSigned(facts, draft, today) : facts, today, ...trainedStage(facts) }]
    })
    const sessions = await sessionsThatCount(
      tx,
      viewer,
      read.map(({ facts, today, stage, state }) => ({
        animalId: facts.animalId,
        stageKey: stage.key,
        entered: state.stageEnteredOn,
        today,
      })),
    )
    return new Map(
      read.map(({ facts, today }) => [
        facts.animalId,
        standingOf(facts, sessions.get(facts.animalId) ?? [], today, standingWords(viewer.zone)),
      ]),
    )
  })
}

/** The plans, with every protocol version that was ever used told once, on whichever row comes first. */
function plansOf(tx: Tx, viewer: Viewer, animalIds: readonly string[], which: 'running' | 'latest') {
  const chosen =
    which === 'running'
      ? isNull(plan.endedAt)
      : sql`${plan.id} = (select x.id from app.plan x where x.practice_id = ${plan.practiceId}
          and x.animal_id = ${plan.animalId} order by x.ended_at is null desc, x.created_at desc, x.id limit 1)`
  const these = and(visiblePlans(viewer), inArray(plan.animalId, [...animalIds]), chosen)
  const used = sql`(select json_object_agg(p.id, p.definition) from app.protocol p
    where p.practice_id = ${viewer.practiceId} and p.id in (select e.protocol_id from app.stage_entry e
      where e.practice_id = ${viewer.practiceId} and e.animal_id = any(${sql.param(`{${animalIds.join(',')}}`)}::uuid[])))`
  const ofAnimal = sql`x.practice_id = ${plan.practiceId} and x.animal_id = ${plan.animalId}`
  const ofPlan = sql`${ofAnimal} and x.plan_id = ${plan.id}`
  return tx
    .select({
      animalId: plan.animalId,
      name: animal.name,
      species: animal.species,
      planId: plan.id,
      protocolId: plan.protocolId,
      goal: plan.goal,
      goalRisk: plan.goalRisk,
      minDaysFactor: plan.minDaysFactor,
      protocols: sql<Record<string, Protocol> | null>`case when row_number() over () = 1 then ${used} end`,
      zone: sql<string>`coalesce(${client.zone}, ${viewer.zone})`,
      versionIds: sql<
        string[]
      >`(select json_agg(distinct x.protocol_id) from app.stage_entry x where ${ofAnimal})`,
      entries: sql<unknown>`(select json_agg(x order by x.seq) from app.stage_entry x where ${ofPlan})`,
      vetFlags: sql<unknown>`(select json_agg(x order by x.opened_at) from app.vet_flag x
        where ${ofAnimal} and x.closed_at is null)`,
      ...safetyFacts(plan.practiceId, plan.animalId),
      lastSessionDay: sql<Temporal.PlainDate | null>`(select max(x.day) from app.session x
        where ${ofAnimal} and x.voided_at is null)`.mapWith(session.day),
    })
    .from(plan)
    .innerJoin(animal, and(eq(animal.practiceId, plan.practiceId), eq(animal.id, plan.animalId)))
    .leftJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .where(these)
}
