import { Temporal } from 'temporal-polyfill'
import { liveEntries, type StageEntry } from '@/lib/domain/plan/state'
import type { StageEntryKind } from '@/lib/domain/plan/words'
import { stageAmong } from '@/lib/domain/plan/versions'
import type { AnimalStanding } from '@/lib/domain/standing/standing'

/** A change of the plan as the way remembers it. */
export const stepKinds = [
  'start',
  'advance',
  'step_back',
  'pause',
  'resume',
  'stop_enrich',
  'complete',
] as const
export type StepKind = (typeof stepKinds)[number]
export type Step = {
  kind: StepKind
  day: Temporal.PlainDate
  stageName: string
  /** When it was written down, and the member who decided; null where that is not known. */
  writtenAt: Temporal.Instant | null
  decidedBy: string | null
}

const isStep = (kind: StageEntryKind): kind is StepKind => (stepKinds as readonly string[]).includes(kind)

/** The steps of a plan in their order, without what was taken back and without a change of the protocol's wording. */
export function stepsOf({
  entries,
  protocol,
  versions,
}: Pick<AnimalStanding, 'entries' | 'protocol' | 'versions'>): Step[] {
  return liveEntries(entries).flatMap(({ kind, stageKey, enteredOn, at, decidedBy }: StageEntry): Step[] => {
    const stageName = stageAmong(protocol, versions, stageKey)?.name ?? protocol.alternative.name
    const written = { writtenAt: at ?? null, decidedBy: decidedBy ?? null }
    return isStep(kind) ? [{ kind, day: Temporal.PlainDate.from(enteredOn), stageName, ...written }] : []
  })
}
