import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, session } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import { liveEntries } from '@/lib/domain/plan/state'
import { withoutSession } from '@/lib/domain/obstacle/by-stage'
import type { Obstacle, ToldDay } from '@/lib/domain/obstacle/obstacle'
import type { OverTime, PlanOverTime } from '@/lib/domain/progress/over-time'
import type { StoredScore } from '@/lib/domain/progress/score'
import { bandOf, compareDays, type ProgressSession } from '@/lib/domain/progress/session'
import { restsOf, spansOf, type Programme } from '@/lib/domain/progress/stages'
import { stageAmong, type Versions } from '@/lib/domain/plan/versions'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { kindOfRow } from '@/lib/domain/session/kind-of-row'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found, idFrom } from './as-viewer'
import { entriesOf, listOf } from './plan-rows'

/** For the practice alone: owners have their own page, a share link its own view. */
const visibleAnimals = (viewer: Viewer) =>
  and(eq(animal.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)
const visibleSessions = (viewer: Viewer) =>
  and(
    eq(session.practiceId, viewer.practiceId),
    isNull(session.voidedAt),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

/** The newest rows that are read of a plan; `cut` says that there are older ones. */
const most = 1000

/**
 * An animal's latest plan over its local days, in two statements: stages, stored assessments as they were
 * computed then, and the sessions that count. NotFound for everybody outside the practice.
 */
export function overTimeOf(viewer: Viewer, animalId: string, now: Temporal.Instant): Promise<OverTime> {
  return asViewer(viewer, async (tx) => {
    const { plan, zone, ...row } = found(await animalRow(tx, viewer, idFrom(animalId)))
    const today = dayOf(now, zone)
    if (!plan) return { ...row, today, plan: null }
    const rows = await sessionRows(tx, viewer, row.animalId, plan.id)
    return { ...row, today, plan: planOf(plan, rows, zone, today) }
  })
}

type PlanJson = {
  id: string
  ended_at: string | null
  versions: Versions
  definition: Protocol
  entries: unknown
  assessments: unknown
  told: unknown
}

async function animalRow(tx: Tx, viewer: Viewer, id: string) {
  const [row] = await tx
    .select({
      animalId: animal.id,
      clientId: animal.clientId,
      name: animal.name,
      household: client.name,
      species: animal.species,
      zone: sql<string>`coalesce(${client.zone}, ${viewer.zone})`,
      plan: sql<PlanJson | null>`(select json_build_object('id', x.id, 'ended_at', x.ended_at,
          'definition', (select p.definition from app.protocol p
            where p.practice_id = x.practice_id and p.id = x.protocol_id),
          'versions', (select json_object_agg(p.id, p.definition) from app.protocol p
            where p.practice_id = x.practice_id and p.id in (select e.protocol_id from app.stage_entry e
              where e.practice_id = x.practice_id and e.plan_id = x.id)),
          'entries', (select json_agg(to_jsonb(e) order by e.seq) from app.stage_entry e
            where e.practice_id = x.practice_id and e.plan_id = x.id),
          'assessments', (select json_agg(a) from (select a.id, a.as_of, a.computed_at, a.stage_key, a.score,
              a.confidence from app.assessment a where a.practice_id = x.practice_id and a.plan_id = x.id
              order by a.as_of desc, a.computed_at desc limit ${most}) a),
          'told', (select json_agg(json_build_object('day', o.day, 'obstacle', o.obstacle)) from app.obstacle o
            where o.practice_id = x.practice_id and o.plan_id = x.id))
        from app.plan x where x.practice_id = ${animal.practiceId} and x.animal_id = ${animal.id}
        order by x.created_at desc, x.ended_at desc nulls first limit 1)`,
    })
    .from(animal)
    .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .where(and(visibleAnimals(viewer), eq(animal.id, id)))
  return row
}

function sessionRows(tx: Tx, viewer: Viewer, animalId: string, planId: string) {
  return tx
    .select({
      id: session.id,
      day: session.day,
      seq: session.seq,
      startedAt: session.startedAt,
      zone: session.zone,
      stageKey: session.stageKey,
      source: session.source,
      stress: session.stress,
      signs: session.signs,
      food: session.food,
      choice: session.choice,
      recovery: session.recovery,
      tension: session.tension,
      durationSec: session.durationSec,
      repsOk: session.repsOk,
      repsTotal: session.repsTotal,
      events: session.events,
      longestCalmSec: session.longestCalmSec,
      latencyApproachSec: session.latencyApproachSec,
      latencyEatSec: session.latencyEatSec,
      noise: session.noise,
      place: session.place,
      triggers: session.triggers,
      weather: session.weather,
      temperatureC: session.temperatureC,
    })
    .from(session)
    .where(and(visibleSessions(viewer), eq(session.animalId, animalId), eq(session.planId, planId)))
    .orderBy(desc(session.day), desc(session.seq))
    .limit(most + 1)
}
type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number]

function planOf(
  { definition: protocol, ended_at, ...plan }: PlanJson,
  rows: readonly SessionRow[],
  zone: string,
  today: Temporal.PlainDate,
): PlanOverTime {
  const entries = entriesOf(plan.entries)
  const ended = ended_at === null ? today : dayOf(Temporal.Instant.from(ended_at), zone)
  const started = liveEntries(entries)[0]?.enteredOn
  const programme: Programme = { protocol, versions: plan.versions }
  // A session may be written down late, or after the plan was ended: no day that has one is left out.
  const days = [ended, ...(started ? [Temporal.PlainDate.from(started)] : []), ...rows.map(({ day }) => day)]
  const [first = ended, last = ended] = [days.toSorted(compareDays)[0], days.toSorted(compareDays).at(-1)]
  return {
    from: first,
    last,
    programme,
    spans: spansOf(entries, programme, last),
    rests: restsOf(entries, last),
    scores: scoresOf(plan.assessments),
    told: withoutSession(toldOf(plan.told), rows),
    sessions: rows.slice(0, most).map((row) => sessionOf(row, programme)),
    cut: rows.length > most,
  }
}

function sessionOf(row: SessionRow, { protocol, versions }: Programme): ProgressSession {
  const { startedAt, zone, stress, signs, stageKey } = row
  const tapped = stress as BodyLevel
  return {
    id: row.id,
    day: row.day,
    seq: row.seq,
    band: bandOf(startedAt.toZonedDateTimeISO(zone).hour),
    stageKey,
    source: row.source,
    tapped,
    level: bodyLevel(tapped, signs),
    kind: kindOfRow(row, stageAmong(protocol, versions, stageKey)),
    signs: new Set(signs).size,
    durationSec: row.durationSec,
    longestCalmSec: row.longestCalmSec,
    latencyApproachSec: row.latencyApproachSec,
    latencyEatSec: row.latencyEatSec,
    noise: row.noise,
    place: row.place,
    triggers: row.triggers,
    weather: row.weather,
    temperatureC: row.temperatureC,
  }
}

const toldOf = (rows: unknown): ToldDay[] =>
  listOf<{ day: string; obstacle: Obstacle }>(rows).map(({ day, obstacle }) => ({
    day: Temporal.PlainDate.from(day),
    obstacle,
  }))

type AssessmentJson = {
  id: string
  as_of: string
  computed_at: string
  stage_key: string
  score: number | null
  confidence: number
}

const scoresOf = (rows: unknown): StoredScore[] =>
  listOf<AssessmentJson>(rows).map(({ id, as_of, computed_at, stage_key, score, confidence }) => ({
    id,
    asOf: Temporal.PlainDate.from(as_of),
    computedAt: Temporal.Instant.from(computed_at),
    stageKey: stage_key,
    score,
    confidence,
  }))
