/** A stopwatch as a device keeps it, by the device's clock: a locked screen or a killed page does not stop it. */
export type Watch = {
  /** Milliseconds since 1970. */
  began: number
  /** Whole seconds that it showed last. */
  seen: number
  running: boolean
}

/** Seconds after which it asks whether somebody forgot it. Ours: homework is minutes. */
export const asksAfterSec = 3600
/** Milliseconds after which one that was stopped belongs to nothing any more. Ours. */
const staleMs = 2 * 3600 * 1000
const dayMs = 24 * 3600 * 1000

export const started = (now: number): Watch => ({ began: now, seen: 0, running: true })

/** What it shows now: never less than before, whatever became of the device's clock. */
export function shownAt(watch: Watch, now: number): Watch {
  const seen = Math.max(watch.seen, Math.floor((now - watch.began) / 1000))
  return watch.running && seen !== watch.seen ? { ...watch, seen } : watch
}

export const stoppedAt = (watch: Watch, now: number): Watch => ({ ...shownAt(watch, now), running: false })

export const isPerhapsForgotten = ({ running, seen }: Watch): boolean => running && seen >= asksAfterSec

/** What was kept, going on where it is by now; null for nonsense, a day that nobody stopped, and what was long ago. */
export function wentOn(kept: unknown, now: number): Watch | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { began, seen, running } = kept as Partial<Record<keyof Watch, unknown>>
  if (!isCount(began) || !isCount(seen) || typeof running !== 'boolean') return null
  const watch = shownAt({ began, seen, running }, now)
  const over = running ? watch.seen * 1000 >= dayMs : now - (began + seen * 1000) > staleMs
  return over ? null : watch
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
