import { and, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Consultant } from '@/lib/domain/scheduling/asked'
import type { Span } from '@/lib/domain/scheduling/span'
import { dayOf } from '@/lib/domain/time/time'
import { blocksOf, type Block } from '@/lib/domain/visit/day-blocks'
import { holdingStatuses } from '@/lib/domain/visit/status'
import type { SchedulingContext } from './scheduling-context'

/** A day of somebody that changes: whose, and a moment in it. */
export type Touched = { consultantId: string; at: Temporal.Instant }

/** The visits of the practice that hold time. */
const standingVisits = (viewer: Viewer) =>
  and(
    eq(visit.practiceId, viewer.practiceId),
    viewer.kind === 'member' || viewer.kind === 'system' ? undefined : sql`false`,
    inArray(visit.status, [...holdingStatuses]),
  )

type Frame = SchedulingContext & { now: Temporal.Instant }

/**
 * Lays days anew after something in them changed: each visit that lies ahead keeps free the drive from the home that
 * is before it now. Two statements, whatever the days. Those somebody is just tapping at stay as they are.
 */
export async function settleDays(
  tx: Tx,
  viewer: Viewer,
  { now, ...context }: Frame,
  people: ReadonlyMap<string, Consultant>,
  touched: readonly Touched[],
  placed: ReadonlySet<string>,
): Promise<void> {
  const keyOf = ({ consultantId, at }: Touched) => `${consultantId} ${dayOf(at, context.zone).toString()}`
  const days = new Set(touched.map(keyOf))
  const rows = await tx
    .select({
      id: visit.id,
      consultantId: visit.consultantId,
      status: visit.status,
      during: visit.during,
      blocked: visit.blocked,
      beside: visit.beside,
      overlapReason: visit.overlapReason,
      createdAt: visit.createdAt,
    })
    .from(visit)
    .where(
      and(
        standingVisits(viewer),
        inArray(visit.consultantId, [...people.keys()]),
        sql`lower(${visit.during}) = any(${momentsOf(people)}::timestamptz[])`,
      ),
    )
    .for('no key update', { skipLocked: true })
  const frame = {
    ...context,
    now: now.epochMilliseconds,
    rules: { notice: 0, horizon: null, grid: 15 as const },
  }
  const inDays = rows.filter(({ consultantId, during }) => days.has(keyOf({ consultantId, at: during.from })))
  const blocks = [...people.values()].flatMap((consultant) =>
    blocksOf(
      frame,
      consultant,
      inDays
        .filter(({ consultantId }) => consultantId === consultant.id)
        .map(({ id, overlapReason, createdAt }) => ({
          id,
          laidOver: overlapReason !== null,
          placed: placed.has(id),
          since: createdAt.epochMilliseconds,
        })),
    ),
  )
  const movable = new Map(
    inDays.filter(({ status }) => status === 'booked' || status === 'confirmed').map((row) => [row.id, row]),
  )
  const changed = blocks.filter((block) => {
    const row = movable.get(block.id)
    return (
      row &&
      (rangeOf(block.blocked) !== rangeOf(spanOf(row.blocked)) || besideOf(block) !== listOf(row.beside))
    )
  })
  if (changed.length === 0) return
  const values = changed.map((block) => ({
    id: block.id,
    blocked: rangeOf(block.blocked),
    beside: besideOf(block),
  }))
  await tx.execute(sql`
    update app.visit set blocked = x.blocked::tstzrange, beside = x.beside::tstzmultirange
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as x(id uuid, blocked text, beside text)
    where visit.practice_id = ${viewer.practiceId} and visit.id = x.id`)
}

/** The starts of everything in these calendars: the rows are found by them. */
const momentsOf = (people: ReadonlyMap<string, Consultant>): string =>
  `{${[...people.values()].flatMap(({ booked }) => booked.map(({ from }) => `"${isoOf(from)}"`)).join(',')}}`

const isoOf = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toString()
const rangeOf = ({ from, until }: Span) => `[${isoOf(from)},${isoOf(until)})`
const besideOf = ({ beside }: Block) => `{${beside.map(rangeOf).join(',')}}`
const spanOf = ({ from, until }: { from: Temporal.Instant; until: Temporal.Instant }): Span => ({
  from: from.epochMilliseconds,
  until: until.epochMilliseconds,
})
const listOf = (spans: readonly { from: Temporal.Instant; until: Temporal.Instant }[]) =>
  `{${spans.map((span) => rangeOf(spanOf(span))).join(',')}}`
