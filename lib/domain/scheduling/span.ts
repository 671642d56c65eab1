/** Half-open span of time, epoch milliseconds. Scheduling counts in these; Temporal stands at its edges. */
export type Span = { from: number; until: number }

export const minute = 60_000

/** Overlapping and touching spans made one, in order; empty ones are dropped. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (span.until <= span.from) continue
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else out.push({ ...span })
  }
  return out
}

/** What is left of a span without the holes, which are in order and apart (`merged`). */
export function without(span: Span, holes: readonly Span[]): Span[] {
  const out: Span[] = []
  let from = span.from
  for (const hole of holes) {
    if (hole.until <= from) continue
    if (hole.from >= span.until) break
    if (hole.from > from) out.push({ from, until: hole.from })
    from = hole.until
  }
  if (from < span.until) out.push({ from, until: span.until })
  return out
}

export const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/** The moment work of a length is over that begins at `from` and rests in the holes (`merged`). */
export function laterBy(from: number, length: number, holes: readonly Span[]): number {
  let [at, left] = [from, length]
  for (const hole of holes) {
    if (left <= 0) break
    if (hole.until <= at) continue
    const room = hole.from - at
    if (left <= room) break
    left -= Math.max(0, room)
    at = hole.until
  }
  return at + left
}

/** The latest moment to begin work of a length that is to be over at `until` and rests in the holes. */
export function earlierBy(until: number, length: number, holes: readonly Span[]): number {
  let [at, left] = [until, length]
  for (let index = holes.length - 1; index >= 0 && left > 0; index--) {
    const hole = holes[index]
    if (!hole || hole.from >= at) continue
    const room = at - hole.until
    if (left <= room) break
    left -= Math.max(0, room)
    at = hole.from
  }
  return at - left
}

/** Milliseconds of a span outside the holes; negative where it runs backwards. */
export function lengthWithout(span: Span, holes: readonly Span[]): number {
  let length = span.until - span.from
  for (const hole of holes)
    if (overlap(span, hole)) length -= Math.min(span.until, hole.until) - Math.max(span.from, hole.from)
  return length
}
