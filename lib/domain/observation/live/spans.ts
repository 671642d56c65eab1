import type { TimelineEvent } from './timeline'

/** A stretch of time in milliseconds since 1970; `over` is false where it still goes on at the end. */
export type Span = { from: number; to: number; over: boolean }

/**
 * The stretches in which something was so, in order and never touching each other's inside. `change` says of
 * each event whether it begins (true) or ends (false) then; beginning what is already so changes nothing.
 */
export function spansOf(
  timeline: readonly TimelineEvent[],
  until: number,
  change: (event: TimelineEvent) => boolean | undefined,
): Span[] {
  const spans: Span[] = []
  let from: number | null = null
  for (const event of timeline) {
    const so = change(event)
    if (so === true) from ??= event.at
    if (so === false && from !== null) {
      spans.push({ from, to: event.at, over: true })
      from = null
    }
  }
  if (from !== null) spans.push({ from, to: Math.max(from, until), over: false })
  return spans
}

/** Where both were so. */
export function overlap(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const from = Math.max(one.from, other.from)
      const to = Math.min(one.to, other.to)
      return from < to ? [{ from, to, over: one.over || other.over }] : []
    }),
  )
}

/** All of it, in milliseconds. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + (to - from), 0)

/** The longest one, in milliseconds; 0 without any. */
export const longestOf = (spans: readonly Span[]): number =>
  spans.reduce((longest, { from, to }) => Math.max(longest, to - from), 0)
