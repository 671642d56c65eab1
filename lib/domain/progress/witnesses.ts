import type { Temporal } from 'temporal-polyfill'
import { sessionKinds, type SessionKind } from '@/lib/domain/readiness/types'
import { compareDays, inOrder, medianOf, type ProgressSession } from './session'

/** Who saw it. A video shows the animal, but the household still tapped what it saw. */
export const witnesses = ['consultant', 'owner'] as const
export type Witness = (typeof witnesses)[number]
export const witnessOf = ({ source }: Pick<ProgressSession, 'source'>): Witness =>
  source === 'consultant' ? 'consultant' : 'owner'

/** One witness of one animal: how many sessions of each kind, and the middle body rating as tapped, 0-4. */
export type Testimony = {
  witness: Witness
  sessions: number
  kinds: Record<SessionKind, number>
  median: number | null
}

/** Both witnesses, the consultant first; one that saw nothing is there with zero sessions. */
export function testimoniesOf(sessions: readonly ProgressSession[]): Testimony[] {
  return witnesses.map((witness) => {
    const seen = sessions.filter((session) => witnessOf(session) === witness)
    const kinds = Object.fromEntries(
      sessionKinds.map((kind) => [kind, seen.filter((one) => one.kind === kind).length]),
    ) as Record<SessionKind, number>
    return { witness, sessions: seen.length, kinds, median: medianOf(seen.map(({ tapped }) => tapped)) }
  })
}

/**
 * When a gap between two witnesses is lasting. All ours: four weeks hold two visits at the usual distance; three
 * sessions on two days are more than one mood; and a whole level of five is more than two people's hands.
 */
export const lasting = { days: 28, sessions: 3, sessionDays: 2, levels: 1 } as const

export type WitnessGap = {
  stageKey: string
  /** Median of the owner's ratings minus the consultant's: below zero the owner sees it calmer. */
  levels: number
  /** Whole weeks back to the first session that was compared, at least one. */
  weeks: number
  counts: Record<Witness, number>
}

/**
 * A lasting gap between what consultant and owner tap for the same animal in the same stage: within 28 days, at
 * least three sessions of each on at least two days of each, medians one level apart or more. Of several stages
 * the one seen last. It is named for the consultant and never scored: owners' ratings correlate only weakly
 * with the signs (Mariti 2017), so it is an occasion to watch together, not a correction.
 */
export function lastingGap(
  sessions: readonly ProgressSession[],
  today: Temporal.PlainDate,
): WitnessGap | null {
  const since = today.subtract({ days: lasting.days })
  const recent = inOrder(sessions).filter(
    ({ day }) => compareDays(day, since) > 0 && compareDays(day, today) <= 0,
  )
  const stages = [...new Set(recent.map(({ stageKey }) => stageKey).reverse())]
  for (const stageKey of stages) {
    const gap = gapIn(
      recent.filter((session) => session.stageKey === stageKey),
      today,
    )
    if (gap) return { stageKey, ...gap }
  }
  return null
}

function gapIn(sessions: readonly ProgressSession[], today: Temporal.PlainDate) {
  const [first] = sessions
  const by = (witness: Witness) => sessions.filter((session) => witnessOf(session) === witness)
  const [consultant, owner] = [by('consultant'), by('owner')]
  if (!first || ![consultant, owner].every(isEnough)) return null
  const [theirs, ours] = [owner, consultant].map((seen) => medianOf(seen.map(({ tapped }) => tapped)))
  if (typeof theirs !== 'number' || typeof ours !== 'number') return null
  const levels = theirs - ours
  if (Math.abs(levels) < lasting.levels) return null
  const days = first.day.until(today, { largestUnit: 'days' }).days
  const weeks = Math.max(1, Math.round(days / 7))
  return { levels, weeks, counts: { consultant: consultant.length, owner: owner.length } }
}

const isEnough = (seen: readonly ProgressSession[]): boolean =>
  seen.length >= lasting.sessions &&
  new Set(seen.map(({ day }) => day.toString())).size >= lasting.sessionDays
