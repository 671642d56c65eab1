import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { gearConditions, harnessStyles } from '@/lib/domain/fit/fit'
import { photoFormats } from '@/lib/domain/photo/photo'
import { healthSignKeys } from '@/lib/domain/observation/vocabulary'
import { safetyItemKeys } from '@/lib/domain/safety/items'
import { animal, measure } from './animal'
import { contact } from './client'
import { app, id, instant, plainDate, practiceId } from './columns'
import { session } from './session'
import { visit } from './visit'

/** A picture or film of one animal, as it was written anew; its bytes are in the photo store under a random name. */
export const photo = app.table(
  'photo',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    storageKey: text('storage_key').notNull(),
    sha256: text('sha256').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    byteSize: integer('byte_size').notNull(),
    /** A member, or one of the household's people for a log of theirs. */
    addedBy: uuid('added_by'),
    byContact: uuid('by_contact'),
    addedAt: instant('added_at')
      .notNull()
      .default(sql`now()`),
    /** Of a visit or a session; else it is evidence of the safety list. */
    visitId: uuid('visit_id'),
    sessionId: uuid('session_id'),
    /** The household sees it, once the note of its visit is signed. */
    shown: boolean('shown').notNull().default(true),
    format: text('format', { enum: photoFormats }).notNull().default('webp'),
    durationMs: integer('duration_ms'),
    /** Of the bytes as they were sent, so that sending them twice keeps them once. */
    sentSha256: text('sent_sha256'),
    /** As the device says, where it was taken without a connection. */
    takenAt: instant('taken_at'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.sessionId], foreignColumns: [session.practiceId, session.id] }),
    foreignKey({ columns: [t.practiceId, t.byContact], foreignColumns: [contact.practiceId, contact.id] }),
    index().on(t.practiceId, t.animalId),
    index().on(t.practiceId, t.visitId),
    index().on(t.practiceId, t.sessionId),
  ],
)

/** How a harness sat on one day. Lengths and weight stand in the measure it was taken with. */
export const fitRecord = app.table(
  'fit_record',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    measureId: uuid('measure_id').notNull(),
    brand: text('brand').notNull().default(''),
    size: text('size').notNull().default(''),
    style: text('style', { enum: harnessStyles }).notNull(),
    fitsNeck: boolean('fits_neck').notNull(),
    fitsGirth: boolean('fits_girth').notNull(),
    backOut: boolean('back_out').notNull(),
    condition: text('condition', { enum: gearConditions }).notNull(),
    remark: text('remark').notNull().default(''),
    recordedBy: uuid('recorded_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.measureId], foreignColumns: [measure.practiceId, measure.id] }),
    index().on(t.practiceId, t.animalId),
  ],
)

/** One look at an item of the outdoor safety list, with what it rests on and how long it holds. */
export const safetyRecord = app.table(
  'safety_record',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    item: text('item', { enum: safetyItemKeys }).notNull(),
    passed: plainDate('passed_on').notNull(),
    /** Looked at and found wanting: closes the gate until a later look. */
    failed: boolean('failed').notNull().default(false),
    validUntil: plainDate('valid_until'),
    site: text('site').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    /** Who saw it, by name; the member who wrote it down is `recordedBy`. */
    seenBy: text('seen_by').notNull().default(''),
    photoId: uuid('photo_id'),
    fitId: uuid('fit_id'),
    recordedBy: uuid('recorded_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawReason: text('withdraw_reason'),
    seq: integer('seq').notNull().generatedAlwaysAsIdentity(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.photoId], foreignColumns: [photo.practiceId, photo.id] }),
    foreignKey({ columns: [t.practiceId, t.fitId], foreignColumns: [fitRecord.practiceId, fitRecord.id] }),
    index().on(t.practiceId, t.animalId, t.item),
  ],
)

/** Opened by a health sign in any log, or by hand; closed only by a person, with a note. */
export const vetFlag = app.table(
  'vet_flag',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    sign: text('sign', { enum: healthSignKeys }).notNull(),
    sessionId: uuid('session_id'),
    openedAt: instant('opened_at')
      .notNull()
      .default(sql`now()`),
    /** Who opened it by hand, with what was seen; null where a log did. */
    openedBy: uuid('opened_by'),
    openedNote: text('opened_note').notNull().default(''),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    closingNote: text('closing_note'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    uniqueIndex('vet_flag_one_open')
      .on(t.practiceId, t.animalId, t.sign)
      .where(sql`closed_at is null`),
  ],
)
