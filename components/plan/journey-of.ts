import { Temporal } from 'temporal-polyfill'
import { coatFrom } from '@/lib/domain/animal/coats'
import { liveEntries } from '@/lib/domain/plan/state'
import type { OnTheWay } from '@/lib/domain/standing/on-the-way'
import { dayMonth } from './day-month'
import type { Journey, JourneyLoop, JourneyStage } from './journey'
import { text } from '@/lib/format/text'

/** The flight of steps of one plan: when each stage was entered, when again, and the steps back. */
export function flightOf(standing: OnTheWay, coat: string): Journey {
  const { protocol, state, name, species } = standing
  const at = protocol.stages.findIndex(({ key }) => key === state.stageKey)
  const entered = new Map<string, Temporal.PlainDate[]>()
  const loops: JourneyLoop[] = []
  const arrived = standing.status === 'completed'
  const live = liveEntries(standing.entries)
  for (const [index, { kind, stageKey, fromStageKey, enteredOn }] of live.entries()) {
    if (kind === 'pause' || kind === 'complete' || kind === 'stop_enrich') continue
    if ((kind === 'resume' || kind === 'change_version') && fromStageKey === stageKey) continue
    const day = Temporal.PlainDate.from(enteredOn)
    entered.set(stageKey, [...(entered.get(stageKey) ?? []), day])
    if (kind !== 'step_back' || fromStageKey === null || fromStageKey === stageKey) continue
    const next = live.slice(index + 1).find((later) => later.kind === 'advance')
    const until = next ? `–${dayMonth(Temporal.PlainDate.from(next.enteredOn))}` : ''
    loops.push({ from: fromStageKey, to: stageKey, label: `${dayMonth(day)}${until}` })
  }
  const stages = protocol.stages.map((stage, index): JourneyStage => {
    const days = entered.get(stage.key) ?? []
    const [first, ...later] = days
    const last = later.at(-1)
    return {
      key: stage.key,
      name: stage.name,
      place: stage.place,
      state: arrived ? (index <= at ? 'done' : 'far') : stateOf(index - at),
      ...(first && { since: dayMonth(first) }),
      ...(last && { again: text('plan')('again', { date: dayMonth(last) }) }),
      ...(stage.gate && { needsSafety: true }),
    }
  })
  return { animal: { name, species, coat: coatFrom(coat) }, stages, loops }
}

const stateOf = (ahead: number): JourneyStage['state'] =>
  ahead < 0 ? 'done' : ahead === 0 ? 'here' : ahead === 1 ? 'next' : 'far'
