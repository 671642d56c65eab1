import type { Asked, Booked, Consultant } from '@/lib/domain/scheduling/asked'
import { fits } from '@/lib/domain/scheduling/fits'
import { blockOf } from '@/lib/domain/scheduling/gaps'
import { merged, minute, overlap, type Span } from '@/lib/domain/scheduling/span'

/** A visit of a consultant as the wall knows it. */
export type InTheWall = {
  id: string
  /** Laid over others by a practice owner: what it shares stays theirs. */
  laidOver: boolean
  /** It is this one that is being placed: what it needs is not made to fit, it is refused. */
  placed: boolean
  /** Epoch milliseconds; of two that were laid over, the earlier one keeps what they share. */
  since: number
}

/** What a visit takes from the wall: `blocked` without `beside`. */
export type Block = { id: string; blocked: Span; beside: Span[] }

type Frame = Omit<Asked, 'wanted' | 'consultants' | 'window'>

/**
 * The blocked spans of a consultant's visits as the day stands: each with its set-up, its wrap-up and the drive from
 * the home before it. A visit that stands already is never made to clash with another that stands, however long the
 * drive has become meanwhile; one that is placed may, and the wall refuses it.
 */
export function blocksOf(frame: Frame, consultant: Consultant, visits: readonly InTheWall[]): Block[] {
  const known = new Map(consultant.booked.map((booked) => [booked.id, booked]))
  const raw = visits.flatMap((visit) => {
    const booked = known.get(visit.id)
    return booked ? [{ visit, own: blockOf(booked), span: withDrive(frame, consultant, booked) }] : []
  })
  const isNew = ({ visit }: (typeof raw)[number]) => visit.placed && !visit.laidOver
  const blocked = raw.map((one) => {
    if (isNew(one)) return { visit: one.visit, span: one.span }
    const ends = raw
      .filter((other) => other !== one && !isNew(other) && other.own.until <= one.own.from)
      .map(({ own }) => own.until)
    const from = Math.min(one.own.from, Math.max(one.span.from, ...ends))
    return { visit: one.visit, span: { from, until: one.span.until } }
  })
  const taken = blocked.filter(({ visit }) => !visit.laidOver).map(({ span }) => span)
  const over = blocked.filter(({ visit }) => visit.laidOver).toSorted((a, b) => a.visit.since - b.visit.since)
  const shared = new Map<string, Span[]>()
  for (const { visit, span } of over) {
    shared.set(visit.id, merged(taken.filter((other) => overlap(other, span))))
    taken.push(span)
  }
  return blocked.map(({ visit, span }) => ({
    id: visit.id,
    blocked: span,
    beside: shared.get(visit.id) ?? [],
  }))
}

function withDrive(frame: Frame, consultant: Consultant, { id, from, until, ...its }: Booked): Span {
  const wanted = { ...its, minutes: (until - from) / minute, zone: frame.zone, maxDrive: null }
  const others = consultant.booked.filter((other) => other.id !== id)
  const asked = { ...frame, wanted, consultants: [], window: { from, until } }
  return fits(asked, { ...consultant, booked: others }, from).slot.blocked
}
