import type { Temporal } from 'temporal-polyfill'
import {
  driveMinutes,
  longestTravel,
  unknownTravel,
  wholeMinutes,
  type MaybePlace,
  type Roads,
} from './travel'

/** A place one drives to or from: a client's home, the office, a consultant's own home, by its id. */
export type Spot = {
  id: string
  at: MaybePlace
  /** Whether the coordinates are only the town's centre. */
  rough?: boolean
  /** Minutes from the kerb to the door; null or left out: the practice's usual. */
  parking?: number | null
}

/** A drive that taps measured: from leaving one door to standing at the next, parking included. */
export type MeasuredDrive = {
  consultantId: string
  from: string
  to: string
  /** Minutes, 1 to 180. */
  minutes: number
  at: Temporal.Instant
}

/** Minutes on the road from one spot to another without parking, from a routing server; null: not known. */
export type Matrix = (from: Spot, to: Spot) => number | null

export const driveSources = ['none', 'measured', 'matrix', 'estimate', 'unknown'] as const
export type DriveSource = (typeof driveSources)[number]

/** Door to door in whole minutes, 0 to 180. `rough`: one end is only a town's centre, so say "about". */
export type Drive = { minutes: number; source: DriveSource; rough: boolean }

/** Minutes between two spots for a consultant, by the first that knows. */
export type TravelSource = (from: Spot, to: Spot, consultantId: string) => Drive

type Known = { measured?: readonly MeasuredDrive[]; matrix?: Matrix; roads: Roads }

const noDrive: Drive = { minutes: 0, source: 'none', rough: false }

/** How many of the latest drives of a pair count: the median of five shrugs off two bad ones. */
const latest = 5

/**
 * The first that knows: the consultant's own drives over that very way (median of the last five), the matrix,
 * the straight line over the practice's roads; where a place is not known, 15 minutes kept free.
 */
export function travelSource({ measured = [], matrix, roads }: Known): TravelSource {
  const own = mediansOf(measured)
  return (from, to, consultantId) => {
    if (from.id === to.id) return noDrive
    const minutes = own.get(consultantId)?.get(from.id)?.get(to.id)
    return minutes === undefined
      ? byMap(from, to, roads, matrix)
      : { minutes, source: 'measured', rough: false }
  }
}

function byMap(from: Spot, to: Spot, roads: Roads, matrix?: Matrix): Drive {
  const parking = to.parking ?? roads.parking
  const rough = Boolean(from.rough || to.rough)
  const estimate = driveMinutes(from.at, to.at, { ...roads, parking })
  if (estimate === null) return { minutes: unknownTravel, source: 'unknown', rough: true }
  if (estimate === 0) return { ...noDrive, rough }
  const road = matrix?.(from, to) ?? null
  return road === null
    ? { minutes: estimate, source: 'estimate', rough }
    : { minutes: wholeMinutes(road + parking), source: 'matrix', rough }
}

/** Medians of the latest drives by consultant, from and to. */
type Medians = Map<string, Map<string, Map<string, number>>>

function mediansOf(measured: readonly MeasuredDrive[]): Medians {
  const believed = measured.filter(({ minutes }) => minutes > 0 && minutes <= longestTravel)
  const inner = (drives: readonly MeasuredDrive[]) => {
    const last = drives.toSorted(
      (a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds || a.minutes - b.minutes,
    )
    return wholeMinutes(median(last.slice(0, latest).map(({ minutes }) => minutes)))
  }
  return grouped(believed, 'consultantId', (its) =>
    grouped(its, 'from', (from) => grouped(from, 'to', inner)),
  )
}

function grouped<T>(
  drives: readonly MeasuredDrive[],
  by: 'consultantId' | 'from' | 'to',
  inner: (drives: MeasuredDrive[]) => T,
): Map<string, T> {
  const groups = new Map<string, MeasuredDrive[]>()
  for (const drive of drives) {
    const group = groups.get(drive[by])
    if (group) group.push(drive)
    else groups.set(drive[by], [drive])
  }
  return new Map([...groups].map(([key, group]) => [key, inner(group)]))
}

/** The middle value; of an even number the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low = NaN, high = NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return (low + high) / 2
}
