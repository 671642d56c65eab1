import type { Spot } from '@/lib/domain/scheduling/travel-source'

/** One way: kilometres on the road; null where one end has no place on the map. */
export type Way<P extends { spot: Spot }> = { from: P; to: P; km: number | null }

/** From where a day begins over its stops in their order to where it ends; no way between a place and itself. */
export function waysOf<P extends { spot: Spot }>(
  stops: readonly P[],
  { start, end }: { start: P | null; end: P | null },
  kmBetween: (from: Spot, to: Spot) => number | null,
): Way<P>[] {
  if (stops.length === 0) return []
  const all = [...(start ? [start] : []), ...stops, ...(end ? [end] : [])]
  return all.slice(1).flatMap((to, index) => {
    const from = all[index]
    return !from || from.spot.id === to.spot.id ? [] : [{ from, to, km: kmBetween(from.spot, to.spot) }]
  })
}

/** Kilometres of ways, and how many could not be counted. */
export function totalOf(ways: readonly { km: number | null }[]): { km: number; unknown: number } {
  return {
    km: ways.reduce((sum, { km }) => sum + (km ?? 0), 0),
    unknown: ways.filter(({ km }) => km === null).length,
  }
}
