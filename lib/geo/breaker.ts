/** Failures in a row after which a server is left alone, and for how many milliseconds: ours. */
const enough = 3
const rest = 60_000

/** Spares a page the wait for a server that does not answer. Each process learns for itself. */
export class Breaker {
  private failures = 0
  private openUntil = -Infinity

  /** Runs it, or answers null without trying while the server rests; a failure is null as well. `at`: epoch ms. */
  async try<T>(at: number, run: () => Promise<T>): Promise<T | null> {
    if (at < this.openUntil) return null
    try {
      const value = await run()
      this.failures = 0
      return value
    } catch {
      this.failures += 1
      // After the rest one try is let through; if it fails, the server rests again.
      if (this.failures >= enough) this.openUntil = at + rest
      return null
    }
  }
}
