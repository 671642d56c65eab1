import type { Temporal } from 'temporal-polyfill'
import type { VisitStatus } from './status'

/** What is tapped at a visit in the order of a day; `held` for one nobody noted at the time. */
export const taps = ['setOut', 'arrive', 'leave', 'held', 'noShow'] as const
export type Tap = (typeof taps)[number]

type Tapped = {
  status: VisitStatus
  setOutAt: Temporal.Instant | null
  arrivedAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
}

/** The tap a visit stands at; null where there was none. */
export function lastTap({ status, setOutAt, arrivedAt, leftAt }: Tapped): Tap | null {
  if (status === 'no_show') return 'noShow'
  if (status === 'done') return leftAt ? 'leave' : 'held'
  if (status === 'arrived') return arrivedAt ? 'arrive' : null
  return (status === 'booked' || status === 'confirmed') && setOutAt ? 'setOut' : null
}

/** How a visit stood before its last tap: a step back at a time, until nothing was tapped. */
export function beforeTap(
  its: Tapped & { statusBefore: 'booked' | 'confirmed' | null },
): (Tapped & { tappedAt: Temporal.Instant | null }) | null {
  const { setOutAt, arrivedAt } = its
  const waiting = its.statusBefore ?? 'booked'
  const there = { status: 'arrived', setOutAt, arrivedAt, leftAt: null, tappedAt: arrivedAt } as const
  const onTheWay = { status: waiting, setOutAt, arrivedAt: null, leftAt: null, tappedAt: setOutAt }
  switch (lastTap(its)) {
    case 'leave':
      return there
    case 'held':
    case 'noShow':
      return arrivedAt ? there : onTheWay
    case 'arrive':
      return onTheWay
    case 'setOut':
      return { ...onTheWay, setOutAt: null, tappedAt: null }
    case null:
      return null
  }
}
