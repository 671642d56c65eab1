/** Seconds until an operation without an answer is tried again, by how often it was tried. Ours. */
const waits = [2, 4, 8, 16, 32, 64, 128, 256] as const
const longest = 300

/**
 * Milliseconds to wait after that many attempts: doubling from 2 s to 5 min, each between half and the whole of
 * it, so that devices which lost the server together do not come back together. `chance` is from 0 to 1. What
 * the server asks for is a floor, of an hour at most.
 */
export function waitAfter(attempts: number, chance: number, asked = 0): number {
  const whole = waits[Math.max(0, attempts - 1)] ?? longest
  const drawn = whole * (0.5 + 0.5 * Math.min(1, Math.max(0, chance)))
  return Math.round(Math.max(drawn, Math.min(asked, 3600)) * 1000)
}
