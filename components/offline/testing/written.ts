import { expect } from 'vitest'
import { mergeInto } from '@/lib/domain/sync/merge'
import { saidIn, saysTheSame, type Fields } from '@/lib/domain/sync/said'
import type { Told } from './network'

/**
 * A note as its versions make it, one upon the other, with none left out and none there twice. `others`: versions
 * that no device wrote, as `visit version`.
 */
export function written(told: readonly Told[], visitId: string, others: ReadonlySet<string>): Fields {
  const steps = told
    .flatMap(({ operation, verdict }) =>
      operation.kind === 'save_draft' && operation.visitId === visitId && verdict.state === 'saved'
        ? [{ version: verdict.version ?? 0, changes: operation.changes }]
        : [],
    )
    .sort((a, b) => a.version - b.version)
  let [fields, version] = [{} as Fields, 0]
  for (const step of steps) {
    while (others.has(`${visitId} ${version + 1}`)) version += 1
    expect(step.version, 'versions follow each other').toBe(version + 1)
    version = step.version
    const merged = mergeInto(fields, step.changes)
    expect(merged.differences, 'nothing is written over unseen').toEqual([])
    for (const { field, mine } of step.changes)
      expect(saysTheSame(saidIn(merged.fields, field), mine)).toBe(true)
    fields = merged.fields
  }
  return fields
}
