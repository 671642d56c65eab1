/**
 * Numbers shown with one decimal that add up to their total shown with one decimal. The total is cut, not
 * rounded, so that a score rounded from it agrees; the tenths lost in cutting go where most was cut off.
 * Numbers are 0 or more; `total` is their sum.
 */
export function tenths(numbers: readonly number[], total: number): number[] {
  const cut = numbers.map((number) => Math.floor(number * 10 + noise))
  let missing = Math.round(cutToTenth(total) * 10) - cut.reduce((sum, one) => sum + one, 0)
  const mostFirst = numbers
    .map((number, index) => ({ index, rest: number * 10 - (cut[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of mostFirst) {
    if (missing <= 0) break
    cut[index] = (cut[index] ?? 0) + 1
    missing -= 1
  }
  return cut.map((one) => one / 10)
}

/** A total as it is shown: cut to one decimal. */
export const cutToTenth = (total: number): number => Math.floor(total * 10 + noise) / 10

const noise = 1e-7
