export const visitNews = ['booked', 'moved', 'reassigned', 'cancelled', 'restored'] as const
export type VisitNewsKind = (typeof visitNews)[number]

/** How a visit stood at some version. */
export type VisitStood = {
  stands: boolean
  /** On the wall of the home, "2026-05-14T10:00:00". */
  start: string
  consultantId: string
  /** Why it was called off, or stood although something spoke against its time; whether it lay over another. */
  why: string | null
  over: boolean
}

/** Minutes in which booking, moving, handing over and calling off can be undone before anybody is told. Ours. */
export const undoMinutes = 3

/**
 * The one mail that brings a household from what it knows to what stands now, whatever happened in between; null
 * where that is the same, or nobody knew of what is gone.
 */
export function mailFor(
  known: VisitStood | null,
  now: VisitStood,
): 'booking' | 'change' | 'handOver' | 'cancellation' | null {
  if (!known?.stands) return now.stands ? 'booking' : null
  if (!now.stands) return 'cancellation'
  if (known.start !== now.start) return 'change'
  return known.consultantId === now.consultantId ? null : 'handOver'
}
