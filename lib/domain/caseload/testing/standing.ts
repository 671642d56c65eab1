import { Temporal } from 'temporal-polyfill'
import type { StageEntry } from '@/lib/domain/plan/state'
import { protocolFor } from '@/lib/domain/protocol/library'
import type { ReadinessSession } from '@/lib/domain/readiness/types'
import { dayNumber } from '@/lib/domain/time/time'
import { standingOf, type AnimalStanding, type PlanFacts } from '@/lib/domain/standing/standing'

export const today = Temporal.PlainDate.from('2026-05-14')
export const ago = (days: number) => today.subtract({ days })

export const entry = (
  kind: StageEntry['kind'],
  days: number,
  more: Partial<StageEntry> = {},
): StageEntry => ({
  id: `${kind}-${days}`,
  kind,
  stageKey: 'C3',
  fromStageKey: null,
  protocolId: 'p',
  enteredOn: ago(days),
  undoes: null,
  pauseUntil: null,
  ...more,
})

/** A good session so many days ago. */
export const good = (days: number, more: Partial<ReadinessSession> = {}): ReadinessSession => ({
  ...{ id: `s${days}`, animal: 'a', stage: 'C3', day: dayNumber(ago(days)), source: 'consultant', stress: 0 },
  ...{ food: 'quick', choice: 'came', durationSec: 900, repsOk: 5, repsTotal: 5, ...more },
})

/** Where a cat in C3 stands, with its sessions and whatever else is said of it. */
export function standing(
  sessions: readonly ReadinessSession[],
  more: Partial<PlanFacts> & { stageKey?: string } = {},
): AnimalStanding {
  const { stageKey = 'C3', ...facts } = more
  const protocol = protocolFor('cat')
  const last = Math.max(...sessions.map(({ day }) => day))
  return standingOf(
    {
      ...{ animalId: 'a', name: 'Moth', species: 'cat', planId: 'p', goal: '', goalRisk: 'low' },
      ...{
        minDaysFactor: 1,
        protocol,
        versions: {},
        openVet: [],
        safety: [],
        weightG: null,
        temperatureBlocks: false,
      },
      entries: [entry('start', 5, { stageKey })],
      lastSessionDay: sessions.length > 0 ? Temporal.PlainDate.from('1970-01-01').add({ days: last }) : null,
      ...facts,
    },
    sessions,
    today,
    { trigger: (key) => key, observation: (signs) => signs.join(), showDay: String },
  )
}
