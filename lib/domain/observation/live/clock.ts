import { lengthOf, spansOf, type Span } from './spans'
import type { TimelineEvent } from './timeline'

/** The clock of an observation, in milliseconds since 1970. Breaks between a stop and a start do not run. */
export type Clock = { startedAt: number; until: number; running: boolean; runs: readonly Span[] }

/**
 * The clock of a timeline, or null where nothing was tapped. A start while it runs and a stop while it stands
 * change nothing; a timeline whose start has not arrived runs from its first tap. `now` matters only while the
 * clock runs: a stopped observation is the same whenever it is read.
 */
export function clockOf(timeline: readonly TimelineEvent[], now?: number): Clock | null {
  const first = timeline.find(({ what }) => what === 'start') ?? timeline[0]
  const last = timeline.at(-1)
  if (!first || !last) return null
  const runs = spansOf(timeline, Math.max(last.at, now ?? last.at), (event) =>
    event.what === 'stop' ? false : event === first || event.what === 'start' ? true : undefined,
  )
  const running = runs.at(-1)?.over === false
  return { startedAt: first.at, until: running ? Math.max(last.at, now ?? last.at) : last.at, running, runs }
}

/** How long the clock had run by then, in milliseconds. */
export function ranBy({ runs }: Pick<Clock, 'runs'>, at: number): number {
  return lengthOf(
    runs.map(({ from, to, over }) => ({ from: Math.min(from, at), to: Math.min(to, at), over })),
  )
}
