import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { session } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { LoggedSession } from '@/lib/domain/log/logged'
import type { Progress } from '@/lib/domain/log/progress'
import { weeksPractised } from '@/lib/domain/log/week'
import { winsOf } from '@/lib/domain/log/wins'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel, Species } from '@/lib/domain/observation/vocabulary'
import { gearAmong, stageAmong, type Versions } from '@/lib/domain/plan/versions'
import { protocolFor } from '@/lib/domain/protocol/library'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { kindOfRow } from '@/lib/domain/session/kind-of-row'
import { asViewer } from './as-viewer'
import { assessmentsOf } from './assessment'

const visibleSessions = (viewer: Viewer) =>
  and(
    eq(session.practiceId, viewer.practiceId),
    isNull(session.voidedAt),
    'animalIds' in viewer ? inArray(session.animalId, [...viewer.animalIds]) : undefined,
  )

export type ProgressAnimal = { id: string; species: Species }
/**
 * Where animals stand and what they have won, in four statements however many they are. An animal without a
 * plan and without a session, or not this viewer's, is absent.
 */
export function progressOf(
  viewer: Viewer,
  animals: readonly ProgressAnimal[],
  now: Temporal.Instant,
): Promise<Map<string, Progress>> {
  if (animals.length === 0) return Promise.resolve(new Map())
  return asViewer(viewer, async (tx) => {
    const ids = animals.map(({ id }) => id)
    const standings = await assessmentsOf(viewer, ids, now, 'latest')
    const rows = await tx
      .select(counted)
      .from(session)
      .where(and(visibleSessions(viewer), inArray(session.animalId, ids)))
      .orderBy(asc(session.animalId), asc(session.day), asc(session.seq))
    return new Map(
      animals.flatMap(({ id, species }) => {
        const standing = standings.get(id) ?? null
        const protocol = standing?.protocol ?? protocolFor(species)
        const versions = standing?.versions ?? {}
        const sessions = rows
          .filter((row) => row.animalId === id)
          .map((row) => logged(row, protocol, versions, viewer.kind !== 'share'))
        if (!standing && sessions.length === 0) return []
        return [
          [id, { standing, sessions, wins: winsOf(sessions), weeks: weeksPractised(sessions) }] as const,
        ]
      }),
    )
  })
}

const counted = {
  id: session.id,
  animalId: session.animalId,
  stageKey: session.stageKey,
  day: session.day,
  stress: session.stress,
  durationSec: session.durationSec,
  longestCalmSec: session.longestCalmSec,
  place: session.place,
  recordedByName: session.recordedByName,
  writtenAt: session.createdAt,
  repsOk: session.repsOk,
  repsTotal: session.repsTotal,
  food: session.food,
  choice: session.choice,
  recovery: session.recovery,
  tension: session.tension,
  ended: session.ended,
  triggers: session.triggers,
  signs: session.signs,
  goodSigns: session.goodSigns,
  events: session.events,
  source: session.source,
}
type Counted = Omit<LoggedSession, 'level' | 'kind' | 'stageName' | 'stagePlace' | 'gear'> & {
  stageKey: string
  stress: number
  events: readonly string[]
}

/** A row under the rules of its own stage; a programme without stages is indoors and never counts a criterion. */
function logged(row: Counted, protocol: Protocol, versions: Versions, withNames: boolean): LoggedSession {
  const { stageKey, stress, events, recordedByName, ...rest } = row
  const stage = stageAmong(protocol, versions, stageKey)
  return {
    ...rest,
    stageName: stage?.name ?? protocol.alternative.name,
    stagePlace: stage?.place ?? 'indoor',
    gear: gearAmong(protocol, versions, stageKey),
    recordedByName: withNames ? recordedByName : '',
    level: bodyLevel(stress as BodyLevel, row.signs),
    kind: kindOfRow({ ...row, stress, events }, stage),
  }
}
