import { Temporal } from 'temporal-polyfill'
import type { session } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { SessionRow } from '@/lib/domain/session/row'
import { dayOf } from '@/lib/domain/time/time'

/** A row as this viewer reads it: a share link gets no words and no names. */
export function shownTo(viewer: Viewer, row: typeof session.$inferSelect): SessionRow {
  const {
    practiceId: _practice,
    planId: _plan,
    seq: _seq,
    recordedBy: _recordedBy,
    voidedBy: _voidedBy,
    zone,
    stress,
    createdAt,
    ...rest
  } = row
  const shown = {
    ...rest,
    tapped: stress as BodyLevel,
    level: bodyLevel(stress as BodyLevel, row.signs),
    startedAt: row.startedAt.toZonedDateTimeISO(zone),
    writtenAt: createdAt,
    late: Temporal.PlainDate.compare(row.day, dayOf(createdAt, zone)) < 0,
  }
  return viewer.kind === 'share' ? { ...shown, note: '', recordedByName: '' } : shown
}
