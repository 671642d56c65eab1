import { saidIn, saysTheSame, type Change, type Fields, type Said } from './said'

/** One field that two people, or one on two devices, made different things of; a person looks at all three. */
export type Difference = Change & { theirs: Said }

/** What was changed between what one began with and what one has now. */
export function changesBetween(base: Fields, mine: Fields): Change[] {
  return [...new Set([...Object.keys(base), ...Object.keys(mine)])]
    .map((field) => ({ field, base: saidIn(base, field), mine: saidIn(mine, field) }))
    .filter((change) => !saysTheSame(change.base, change.mine))
}

/** Changes made one after the other, as one: from the first base to the last word. */
export function oneAfterTheOther(first: readonly Change[], later: readonly Change[]): Change[] {
  const whole = new Map(first.map((change) => [change.field, change]))
  for (const change of later) {
    whole.set(change.field, { ...change, base: whole.get(change.field)?.base ?? change.base })
  }
  return [...whole.values()].filter(({ base, mine }) => !saysTheSame(base, mine))
}

/**
 * Lays changes over what stands. A field that only one side touched takes that side; a field that both made
 * different things of is a difference, left as it stands for a person to decide.
 */
export function mergeInto(
  standing: Fields,
  changes: readonly Change[],
): { fields: Fields; differences: Difference[] } {
  const fields: Record<string, Said> = { ...standing }
  const differences: Difference[] = []
  for (const change of changes) {
    const theirs = saidIn(standing, change.field)
    if (saysTheSame(theirs, change.mine)) continue
    if (saysTheSame(theirs, change.base)) fields[change.field] = change.mine
    else differences.push({ ...change, theirs })
  }
  return { fields, differences }
}

/**
 * The changes after a person looked at every difference: what they chose now stands upon what the others
 * wrote, so that it goes through unless somebody was faster once more. A field without a choice stays mine.
 */
export function decided(
  changes: readonly Change[],
  differences: readonly Difference[],
  chosen: Fields,
): Change[] {
  const theirs = new Map(differences.map((one) => [one.field, one.theirs]))
  return changes
    .map((change) => ({
      field: change.field,
      base: theirs.get(change.field) ?? change.base,
      mine:
        theirs.has(change.field) && Object.hasOwn(chosen, change.field)
          ? saidIn(chosen, change.field)
          : change.mine,
    }))
    .filter(({ base, mine }) => !saysTheSame(base, mine))
}
