import { Temporal } from 'temporal-polyfill'
import type { session } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import { dayOf } from '@/lib/domain/time/time'

/** One session as people read it. */
export type SessionRow = Omit<
  typeof session.$inferSelect,
  'practiceId' | 'planId' | 'seq' | 'recordedBy' | 'voidedBy' | 'zone' | 'startedAt' | 'stress' | 'createdAt'
> & {
  /** The tapped level and what the signs make of it. */
  tapped: BodyLevel
  level: BodyLevel
  startedAt: Temporal.ZonedDateTime
  /** Written down on a later day than it happened. */
  late: boolean
}

/** A row as this viewer reads it: a share link gets no words and no names. */
export function shownTo(viewer: Viewer, row: typeof session.$inferSelect): SessionRow {
  const {
    practiceId: _,
    planId: _p,
    seq: _s,
    recordedBy: _r,
    voidedBy: _v,
    zone,
    stress,
    createdAt,
    ...rest
  } = row
  const written = dayOf(createdAt, zone)
  const shown = {
    ...rest,
    tapped: stress as BodyLevel,
    level: bodyLevel(stress as BodyLevel, row.signs),
    startedAt: row.startedAt.toZonedDateTimeISO(zone),
    late: Temporal.PlainDate.compare(row.day, written) < 0,
  }
  return viewer.kind === 'share' ? { ...shown, note: '', recordedByName: '' } : shown
}
