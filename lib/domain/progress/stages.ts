import { Temporal } from 'temporal-polyfill'
import { liveEntries, type StageEntry } from '@/lib/domain/plan/state'
import { stageAmong, type Versions } from '@/lib/domain/plan/versions'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { stageIndex } from '@/lib/domain/protocol/stage'

/** The protocol version a plan is under, and every one it was under before. */
export type Programme = { protocol: Protocol; versions: Versions }

/** Days spent in one stage: from its first day to the day of the next change, which belongs to the next. */
export type StageSpan = {
  stageKey: string
  name: string
  /** Place in the protocol, so that a step back goes down; -1 for the programme indoors. */
  level: number
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}
/** Days of rest that a person set, `until` not among them. */
export type Rest = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/**
 * The stages of a plan over its days, up to and with `last`. What was taken back never was; a stage that was
 * left on the day it was entered has no day of its own.
 */
export function spansOf(
  entries: readonly StageEntry[],
  programme: Programme,
  last: Temporal.PlainDate,
): StageSpan[] {
  const end = last.add({ days: 1 })
  const indoors = programme.protocol.alternative.key
  const spans: StageSpan[] = []
  for (const { kind, stageKey, enteredOn } of liveEntries(entries)) {
    if (kind === 'pause' || kind === 'complete') continue
    const key = kind === 'stop_enrich' ? indoors : stageKey
    const from = Temporal.PlainDate.from(enteredOn)
    const before = spans.at(-1)
    if (before?.stageKey === key || (before?.stageKey === indoors && kind === 'change_version')) continue
    if (before) before.until = from
    if (before?.from.equals(from)) spans.pop()
    if (spans.at(-1)?.stageKey === key) continue
    spans.push({
      stageKey: key,
      name: nameOfStage(programme, key),
      level: stageIndex(programme.protocol, key),
      from,
      until: end,
    })
  }
  const open = spans.at(-1)
  if (open) open.until = end
  return spans
}

/** The rests of a plan up to and with `last`; one without an end goes on until it was ended. */
export function restsOf(entries: readonly StageEntry[], last: Temporal.PlainDate): Rest[] {
  const live = liveEntries(entries)
  const end = last.add({ days: 1 })
  return live.flatMap(({ kind, enteredOn, pauseUntil }, index) => {
    if (kind !== 'pause') return []
    const ended = live[index + 1]?.enteredOn
    const until = [end, pauseUntil, ended]
      .filter((day) => day !== null && day !== undefined)
      .map((day) => Temporal.PlainDate.from(day))
      .reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b))
    const from = Temporal.PlainDate.from(enteredOn)
    return Temporal.PlainDate.compare(from, until) < 0 ? [{ from, until }] : []
  })
}

/** A stage by name, of an earlier version and the programme indoors too; a key nobody knows stays a key. */
export function nameOfStage({ protocol, versions }: Programme, key: string): string {
  if (key === protocol.alternative.key) return protocol.alternative.name
  return stageAmong(protocol, versions, key)?.name ?? key
}
