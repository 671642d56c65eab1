import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, isSame } from './differences'
import { catHarnessLeash as cat } from './library'
import type { Protocol, Stage } from './protocol'
import { anyProtocol } from './testing/protocols'

const withStage = (key: string, more: Partial<Stage>): Protocol => ({
  ...cat,
  stages: cat.stages.map((stage) => (stage.key === key ? { ...stage, ...more } : stage)),
})

describe('differences of two versions', () => {
  it('are none between a protocol and itself, whatever its version is called', () => {
    fc.assert(
      fc.property(anyProtocol, fc.integer({ min: 1 }), (protocol, version) => {
        expect(isSame(differencesOf(protocol, { ...structuredClone(protocol), version }))).toBe(true)
      }),
    )
  })

  it('name every stage that came, went or reads otherwise, and no other', () => {
    fc.assert(
      fc.property(anyProtocol, anyProtocol, fc.nat(7), (one, other, cut) => {
        const keys = new Set(one.stages.map(({ key }) => key))
        const fresh = other.stages.filter(({ key }) => !keys.has(key)).slice(0, 2)
        const touched = one.stages[cut % one.stages.length]
        const gone = one.stages[(cut + 1) % one.stages.length]
        const after: Protocol = {
          ...one,
          stages: [
            ...one.stages
              .filter((stage) => stage !== gone || stage === touched)
              .map((stage) => (stage === touched ? { ...stage, minDays: stage.minDays + 1 } : stage)),
            ...fresh,
          ],
        }
        const named = differencesOf(one, after).stages.map(({ key, kind }) => `${key} ${kind}`)
        expect(named.sort()).toEqual(
          [
            `${touched?.key} changed`,
            ...(gone === touched ? [] : [`${gone?.key} removed`]),
            ...fresh.map(({ key }) => `${key} added`),
          ].sort(),
        )
      }),
    )
  })

  it('call one stage moved where one stage was moved', () => {
    const [first, second, third, ...rest] = cat.stages
    if (!first || !second || !third) throw new Error('three stages at least')
    const { stages } = differencesOf(cat, { ...cat, stages: [third, first, second, ...rest] })
    expect(stages.map(({ key, moved }) => [key, moved])).toEqual([['C2', { from: 3, to: 1 }]])
    const swapped = differencesOf(cat, { ...cat, stages: [second, first, third, ...rest] })
    expect(swapped.stages).toHaveLength(1)
  })

  it('say before and after of a field, and the lines of a list', () => {
    const after = withStage('C3', {
      name: 'Wear it',
      targetSec: 900,
      homework: 'Slowly.',
      exercises: ['one buckle for a heartbeat, treat, off', 'worn for a nap'],
    })
    expect(differencesOf(cat, after).stages).toEqual([
      {
        kind: 'changed',
        key: 'C3',
        name: 'Wear it',
        renamedFrom: 'Buckle and wear',
        moved: null,
        fields: [
          { field: 'targetSec', before: 600, after: 900 },
          { field: 'homework', before: cat.stages[3]?.homework, after: 'Slowly.' },
        ],
        lists: [
          {
            field: 'exercises',
            added: ['worn for a nap'],
            removed: [
              'worn for a whole meal',
              'worn during play or a puzzle feeder',
              'fit check again after a meal',
            ],
            reordered: false,
          },
        ],
      },
    ])
  })

  it('see turns that came, a list in another order and the indoor programme', () => {
    const after = withStage('C1', { reps: 5, exercises: [...(cat.stages[1]?.exercises ?? [])].reverse() })
    const found = differencesOf(cat, {
      ...after,
      name: 'Slow door',
      alternative: { ...cat.alternative, reviewDays: 120, restartAt: 'C2' },
    })
    expect(found.renamed).toEqual({ before: cat.name, after: 'Slow door' })
    expect(found.stages[0]?.fields).toEqual([{ field: 'reps', before: undefined, after: 5 }])
    expect(found.stages[0]?.lists).toEqual([{ field: 'exercises', added: [], removed: [], reordered: true }])
    expect(found.alternative.fields).toEqual([
      { field: 'reviewDays', before: 90, after: 120 },
      { field: 'restartAt', before: undefined, after: 'C2' },
    ])
  })
})
