import { Temporal } from 'temporal-polyfill'
import type { SafetyRecord } from '@/lib/domain/safety/safety-list'
import type { PlanFacts } from '@/lib/domain/standing/standing'
import type { AnimalBlock } from './schema'

export type SaidOfFit = Pick<AnimalBlock, 'twoFingers' | 'backOutTest'>

/**
 * What a note says of the fit: both checks passed hold the item of the safety list, one that failed closes the
 * gate; a single passed one says too little for either.
 */
export function fitSaid({ twoFingers, backOutTest }: SaidOfFit): 'holds' | 'failed' | null {
  if (twoFingers === false || backOutTest === false) return 'failed'
  return twoFingers && backOutTest ? 'holds' : null
}

/**
 * The facts as they will be once this draft is signed today: its weight, and its fit unless a check of the same
 * day already found so. What the signature itself keeps is lib/data/note-sign; the two are tested against each other.
 */
export function asIfSigned<Facts extends Pick<PlanFacts, 'safety' | 'weightG'>>(
  facts: Facts,
  block: SaidOfFit & Pick<AnimalBlock, 'weightGrams'>,
  today: Temporal.PlainDate,
): Facts {
  const weightG = block.weightGrams ?? facts.weightG
  const isToday = ({ on }: SafetyRecord) => Temporal.PlainDate.compare(on, today) === 0
  // A fit that was looked at without weighing counts at the weight of its day, or at the first that is known.
  const safety = facts.safety.map((record) =>
    record.key === 'harness_fit' &&
    block.weightGrams &&
    !record.weighedThen &&
    (isToday(record) || !record.weightG)
      ? { ...record, weightG }
      : record,
  )
  const failed = fitSaid(block)
  if (failed === null) return { ...facts, weightG, safety }
  const found: SafetyRecord = { key: 'harness_fit', on: today, failed: failed === 'failed', weightG }
  const already = facts.safety.some(
    (record) => record.key === found.key && isToday(record) && Boolean(record.failed) === found.failed,
  )
  return { ...facts, weightG, safety: already ? safety : [...safety, found] }
}
