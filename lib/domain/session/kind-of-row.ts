import { bodyLevel } from '@/lib/domain/observation/body'
import { redEvents, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { factorsOf } from '@/lib/domain/readiness/factors'
import { kindOf } from '@/lib/domain/readiness/kind'
import type { ReadinessSession, SessionKind } from '@/lib/domain/readiness/types'

type Facts = Pick<
  ReadinessSession,
  'food' | 'choice' | 'recovery' | 'tension' | 'durationSec' | 'repsOk' | 'repsTotal'
> & { stress: number; signs: readonly string[]; events: readonly string[] }

/** The kind of a session under the rules of its own stage; a programme without stages has no criterion. */
export function kindOfRow(row: Facts, stage: Stage | null): SessionKind {
  const session: ReadinessSession = {
    ...row,
    stress: row.stress as BodyLevel,
    id: '',
    animal: '',
    stage: '',
    day: 0,
  }
  const level = bodyLevel(row.stress as BodyLevel, row.signs)
  const red = level === 4 || row.events.some((event) => redEvents.some((known) => known === event))
  const facts = stage ?? {
    key: '',
    minDays: 0,
    minSessionDays: 0,
    targetSec: 0,
    place: 'indoor',
    leash: false,
    gate: false,
  }
  return kindOf({ session, age: 0, level, red }, factorsOf(session, level, facts))
}
