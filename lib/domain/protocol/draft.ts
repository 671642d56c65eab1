import type { Refusal } from './across'
import { refusalsOf } from './interchange'
import type { Protocol, Stage } from './protocol'

/** A protocol that is being written: of the same shape, and not yet whole. It gets its version when published. */
export type ProtocolDraft = Omit<Protocol, 'version'>

/** A draft that begins as another protocol was published, perhaps under a key and a name of its own. */
export const draftFrom = (
  { version: _, ...protocol }: Protocol,
  named: Partial<Pick<Protocol, 'key' | 'name'>> = {},
): ProtocolDraft => ({ ...protocol, ...named })

/** What stands between a draft and its publication. */
export const draftRefusals = (draft: ProtocolDraft): readonly Refusal[] =>
  refusalsOf({ ...draft, version: 1 })

/** A stage of which only key and name are known; the editor asks for the rest. */
const blankStage = (key: string, name: string): Stage => ({
  ...{ key, name, minDays: 0, minSessionDays: 0, targetSec: 0, place: 'indoor', leash: false, gate: false },
  ...{
    dose: '',
    entry: '',
    exercises: [],
    advance: '',
    back: '',
    stop: '',
    signs: '',
    homework: '',
    ticks: [],
  },
})

/** With a new stage after the one named; at the beginning where none is. */
export function withStage(
  draft: ProtocolDraft,
  { key, name, after }: { key: string; name: string; after: string },
): ProtocolDraft {
  const at = draft.stages.findIndex((stage) => stage.key === after) + 1
  return { ...draft, stages: draft.stages.toSpliced(at, 0, blankStage(key, name)) }
}

export const withoutStage = (draft: ProtocolDraft, key: string): ProtocolDraft => ({
  ...draft,
  stages: draft.stages.filter((stage) => stage.key !== key),
})

/** With one stage a place up or down; as it was where there is no such place. */
export function withStageMoved(draft: ProtocolDraft, key: string, way: 'up' | 'down'): ProtocolDraft {
  const from = draft.stages.findIndex((stage) => stage.key === key)
  const moved = draft.stages[from]
  const to = way === 'up' ? from - 1 : from + 1
  if (!moved || to < 0 || to >= draft.stages.length) return draft
  return { ...draft, stages: draft.stages.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

export const withStageWritten = (draft: ProtocolDraft, written: Stage): ProtocolDraft => ({
  ...draft,
  stages: draft.stages.map((stage) => (stage.key === written.key ? written : stage)),
})

/** The first free key like `slow-door`, `slow-door-2`, at most 40 characters. */
export function freeKey(wanted: string, taken: readonly string[]): string {
  const free = (key: string) => !taken.includes(key)
  for (let nth = 1; ; nth++) {
    const end = nth === 1 ? '' : `-${nth}`
    const key = `${wanted.slice(0, 40 - end.length)}${end}`
    if (free(key)) return key
  }
}
