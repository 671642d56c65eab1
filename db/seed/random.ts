/** Numbers that look like chance and are the same every time (mulberry32). */
export type Chance = {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number between two bounds, both included. */
  between: (low: number, high: number) => number
  pick: <T>(of: readonly T[]) => T
  /** True that often, 0-1. */
  happens: (share: number) => boolean
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(of: readonly T[]): T => {
    const one = of[between(0, of.length - 1)]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  }
  return { next, between, pick, happens: (share) => next() < share }
}

/** A seed from words, so that one story's numbers do not move when another story changes (FNV-1a). */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
