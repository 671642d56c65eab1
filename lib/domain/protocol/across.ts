import { isIntake } from './stage'

/** Everything that may be wrong with a protocol; each has words under `problem` in its catalogue. */
export const refusalKeys: readonly string[] = [
  'required',
  'tooLong',
  'notText',
  'notANumber',
  'negative',
  'outOfRange',
  'tooMany',
  'keyTwice',
  'notAKey',
  'notAnOption',
  'notYesNo',
  'notAList',
  'notAnObject',
  'unknownKey',
  'missingStage',
  'inACircle',
  'intoIntake',
  'gateNeeded',
  'tooManySentences',
  'tooManyBytes',
  'notJson',
  'otherSpecies',
]

/** Something to mend: where it stands, and which of `refusalKeys` it is. */
export type Refusal = { path: readonly (string | number)[]; message: string }

type Raw = Record<string, unknown>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * What only shows across stages, read from a value of which single fields may still be wrong: a key used twice
 * (it would be a circle), a step back or a new beginning that leads nowhere, forward or into the intake, and a
 * stage at the door or outdoors without the safety list, which nobody may switch off there.
 */
export function refusalsAcross(value: unknown): Refusal[] {
  if (!isRaw(value)) return []
  const stages = listOf(value.stages)
    .slice(0, 60)
    .map((stage) => (isRaw(stage) ? stage : {}))
  const alternative = isRaw(value.alternative) ? value.alternative : {}
  return [
    ...stages.flatMap((stage, index) => ofStage(stage, index, stages)),
    ...keysTwice([alternative, ...stages]).map((at) => atStage(at - 1, 'key', 'keyTwice')),
    ...(missing(alternative.restartAt, stages)
      ? [{ path: ['alternative', 'restartAt'], message: 'missingStage' }]
      : []),
  ]
}

function ofStage(stage: Raw, index: number, stages: readonly Raw[]): Refusal[] {
  const refusals = keysTwice(listOf(stage.ticks).map((tick) => (isRaw(tick) ? tick : {}))).map(
    (at): Refusal => ({ path: ['stages', index, 'ticks', at, 'key'], message: 'keyTwice' }),
  )
  const outside = stage.place === 'threshold' || stage.place === 'outdoor'
  if (outside && stage.gate === false) refusals.push(atStage(index, 'gate', 'gateNeeded'))
  const back = refusedBack(stage.stepBackTo, index, stages)
  if (back) refusals.push(atStage(index, 'stepBackTo', back))
  return refusals
}

function refusedBack(to: unknown, from: number, stages: readonly Raw[]): string | null {
  if (typeof to !== 'string') return null
  if (missing(to, stages)) return 'missingStage'
  const target = stages.slice(0, from).find(({ key }) => key === to)
  if (!target) return 'inACircle'
  const { targetSec, reps } = target
  return typeof targetSec === 'number' && isIntake({ targetSec, reps: reps as number | undefined })
    ? 'intoIntake'
    : null
}

const missing = (to: unknown, stages: readonly Raw[]): boolean =>
  typeof to === 'string' && !stages.some(({ key }) => key === to)

/** Positions of keys that stood before. */
function keysTwice(things: readonly Raw[]): number[] {
  const seen = new Set<unknown>()
  return things.flatMap(({ key }, at) => {
    const twice = typeof key === 'string' && seen.has(key)
    seen.add(key)
    return twice ? [at] : []
  })
}

const atStage = (index: number, field: string, message: string): Refusal => ({
  path: ['stages', index, field],
  message,
})
