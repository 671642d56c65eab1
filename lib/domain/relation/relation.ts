import { Temporal } from 'temporal-polyfill'

/** How two animals of one home get on; `unknown` says that somebody looked and could not tell. */
export const relationKinds = ['friendly', 'tolerates', 'tense', 'unknown'] as const
export type RelationKind = (typeof relationKinds)[number]

/** One row about two animals, never edited. */
export type Relation = {
  id: string
  animalId: string
  otherId: string
  kind: RelationKind
  since: Temporal.PlainDate
  /** Who said so, in words; '' where nobody is named. */
  saidBy: string
  /** The member who wrote it down. */
  by: string
  /** The order in which rows were written. */
  seq: number
}

/** Two animals of a home: how it is between them now, and how it was, newest first. */
export type Pair<Animal extends { id: string }> = {
  animals: readonly [Animal, Animal]
  now: Relation | null
  before: Relation[]
}

/** Two animals in the one order in which a pair is kept. */
export const inPairOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

/**
 * Every two animals of a home once, in the order of the animals given. What holds is the row of the latest day, and
 * of one day the one written last: a row about an earlier day tells how it was. Input order is irrelevant.
 */
export function pairsOf<Animal extends { id: string }>(
  animals: readonly Animal[],
  relations: readonly Relation[],
): Pair<Animal>[] {
  const sorted = [...relations].sort(newestFirst)
  return animals.flatMap((one, at) =>
    animals.slice(at + 1).map((other): Pair<Animal> => {
      const [animalId, otherId] = inPairOrder(one.id, other.id)
      const [now = null, ...before] = sorted.filter(
        (row) => row.animalId === animalId && row.otherId === otherId,
      )
      return { animals: [one, other], now, before }
    }),
  )
}

const newestFirst = (a: Relation, b: Relation): number =>
  Temporal.PlainDate.compare(b.since, a.since) || b.seq - a.seq
