import type { Alternative, Protocol, Stage } from './protocol'

/** Fields of a stage that hold one value; exercises and ticks are lists. */
export const stageFields = [
  'place',
  'leash',
  'gate',
  'minDays',
  'minSessionDays',
  'targetSec',
  'reps',
  'entry',
  'dose',
  'advance',
  'back',
  'stop',
  'signs',
  'homework',
  'stepBackTo',
] as const satisfies readonly (keyof Stage)[]
export type StageField = (typeof stageFields)[number]

export const alternativeFields = [
  'key',
  'name',
  'when',
  'review',
  'reviewDays',
  'restartAt',
] as const satisfies readonly (keyof Alternative)[]
export type AlternativeField = (typeof alternativeFields)[number]

type Value = string | number | boolean | undefined

/** One field that reads otherwise; undefined where nothing was, or is, said. */
export type FieldChange<Field extends string> = { field: Field; before: Value; after: Value }

/** Lines of a list that came and went; `reordered` where only their order changed. */
export type ListChange<Field extends string> = {
  field: Field
  added: readonly string[]
  removed: readonly string[]
  reordered: boolean
}

export type StageDifference = {
  /** `changed` covers a move and a new name as well. */
  kind: 'added' | 'removed' | 'changed'
  key: string
  /** As it is called after the change, or was before it went. */
  name: string
  renamedFrom: string | null
  /** Places from 1, before and after; null where its order among the others is the same. */
  moved: { from: number; to: number } | null
  fields: readonly FieldChange<StageField>[]
  lists: readonly ListChange<'exercises' | 'ticks'>[]
}

export type Differences = {
  /** Null where the protocol is called the same. */
  renamed: { before: string; after: string } | null
  /** In the order of the newer version; stages that went stand at the end, in their old order. */
  stages: readonly StageDifference[]
  alternative: {
    fields: readonly FieldChange<AlternativeField>[]
    lists: readonly ListChange<'items'>[]
  }
}

/**
 * What reads otherwise in `after` than in `before`. A stage is the same one where its key is; of stages that
 * changed places, as few as possible are called moved. Key, version and species of the protocol do not count.
 */
export function differencesOf(before: Protocol, after: Protocol): Differences {
  const was = new Map(before.stages.map((stage, index) => [stage.key, { stage, index }]))
  const is = new Set(after.stages.map(({ key }) => key))
  const kept = after.stages.filter(({ key }) => was.has(key)).map(({ key }) => key)
  const staying = longestRise(kept.map((key) => was.get(key)?.index ?? 0))
  const unmoved = new Set(kept.filter((_, at) => staying.has(at)))

  const stages = after.stages.flatMap((stage, index): StageDifference[] => {
    const old = was.get(stage.key)
    if (!old) return [whole('added', stage)]
    const change: StageDifference = {
      ...whole('changed', stage),
      renamedFrom: old.stage.name === stage.name ? null : old.stage.name,
      moved: unmoved.has(stage.key) ? null : { from: old.index + 1, to: index + 1 },
      fields: changedFields(stageFields, old.stage, stage),
      lists: [
        ...changedList('exercises', old.stage.exercises, stage.exercises),
        ...changedList('ticks', labelsOf(old.stage), labelsOf(stage)),
      ],
    }
    const same = !change.renamedFrom && !change.moved && change.fields.length + change.lists.length === 0
    return same ? [] : [change]
  })
  const gone = before.stages.filter(({ key }) => !is.has(key)).map((stage) => whole('removed', stage))
  return {
    renamed: before.name === after.name ? null : { before: before.name, after: after.name },
    stages: [...stages, ...gone],
    alternative: {
      fields: changedFields(alternativeFields, before.alternative, after.alternative),
      lists: changedList('items', before.alternative.items, after.alternative.items),
    },
  }
}

/** Whether nothing reads otherwise. */
export const isSame = ({ renamed, stages, alternative }: Differences): boolean =>
  !renamed && stages.length + alternative.fields.length + alternative.lists.length === 0

const whole = (kind: StageDifference['kind'], { key, name }: Stage): StageDifference => ({
  ...{ kind, key, name, renamedFrom: null, moved: null },
  fields: [],
  lists: [],
})

const labelsOf = ({ ticks }: Stage) => ticks.map(({ label }) => label)

function changedFields<Field extends string>(
  fields: readonly Field[],
  before: Partial<Record<Field, Value>>,
  after: Partial<Record<Field, Value>>,
): FieldChange<Field>[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

function changedList<Field extends string>(
  field: Field,
  before: readonly string[],
  after: readonly string[],
): ListChange<Field>[] {
  if (before.length === after.length && before.every((line, at) => line === after[at])) return []
  const added = without(after, before)
  const removed = without(before, after)
  return [{ field, added, removed, reordered: added.length + removed.length === 0 }]
}

/** The lines of one list that the other lacks; a line that stands twice counts twice. */
function without(lines: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Positions of a longest rising run within the numbers, each of which stands once. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = []
  for (const [at, number] of numbers.entries()) {
    const before = best
      .filter((_, earlier) => (numbers[earlier] ?? number) < number)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    best.push([...before, at])
  }
  return new Set(best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []))
}
