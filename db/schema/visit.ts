import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AnimalBlock, NoteBody } from '@/lib/domain/note/schema'
import type { Change } from '@/lib/domain/note/what-changed'
import { decisions } from '@/lib/domain/plan/words'
import { visitStatuses } from '@/lib/domain/visit/status'
import { animal } from './animal'
import { client } from './client'
import { app, id, instant, plainDate, practiceId, span, spans, wallTime } from './columns'
import { assessment } from './plan'
import { member, service } from './practice'
import { visitSeries } from './series'

export const visit = app.table(
  'visit',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    consultantId: uuid('consultant_id').notNull(),
    status: text('status', { enum: visitStatuses }).notNull().default('booked'),
    /** The truth of a future visit: the wall time at the visit's place, and that place's zone. */
    localStart: wallTime('local_start').notNull(),
    zone: text('zone').notNull(),
    minutes: integer('minutes').notNull(),
    place: text('place', { enum: ['home', 'remote'] }).notNull(),
    /** Derived from the wall time. */
    during: span('during').notNull(),
    /** As the service asked when it was booked. */
    setupMinutes: integer('setup_minutes').notNull().default(0),
    wrapupMinutes: integer('wrapup_minutes').notNull().default(0),
    /** Drive there, set-up, visit and wrap-up: what no other visit may overlap (exclusion constraint). */
    blocked: span('blocked').notNull(),
    /** Time it shares with those it was laid over; the wall is what is left of `blocked`. */
    beside: spans('beside')
      .notNull()
      .default(sql`'{}'`),
    /** Why a practice owner laid it over others. */
    overlapReason: text('overlap_reason'),
    /** Why it stands against rules of the practice or the calm of its animals, and which. */
    ruleReason: text('rule_reason'),
    rulesBroken: text('rules_broken')
      .array()
      .notNull()
      .default(sql`'{}'`),
    seriesId: uuid('series_id'),
    /** The day its series meant it for, and whether somebody changed it on its own since. */
    occurrence: plainDate('occurrence'),
    ownWay: boolean('own_way').notNull().default(false),
    message: text('message').notNull().default(''),
    /** The taps of the day: on the way, at the door, gone again; the last of all, and how it stood before the first. */
    setOutAt: instant('set_out_at'),
    arrivedAt: instant('arrived_at'),
    leftAt: instant('left_at'),
    tappedAt: instant('tapped_at'),
    statusBefore: text('status_before', { enum: ['booked', 'confirmed'] }),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    version: integer('version').notNull().default(1),
    /** Kept by trigger: the last time anything of it became something else. */
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`now()`),
    bookedBy: uuid('booked_by'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.serviceId], foreignColumns: [service.practiceId, service.id] }),
    foreignKey({ columns: [t.practiceId, t.consultantId], foreignColumns: [member.practiceId, member.id] }),
    index().on(t.practiceId, t.localStart),
    index().on(t.practiceId, t.clientId, t.localStart),
    index().on(t.practiceId, t.consultantId, t.localStart),
    foreignKey({
      columns: [t.practiceId, t.seriesId],
      foreignColumns: [visitSeries.practiceId, visitSeries.id],
    }),
  ],
)

/** The animals to be worked at a visit. */
export const visitAnimal = app.table(
  'visit_animal',
  {
    practiceId: practiceId(),
    visitId: uuid('visit_id').notNull(),
    animalId: uuid('animal_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.visitId, t.animalId] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    index().on(t.practiceId, t.animalId),
  ],
)

/** The record of a visit: a draft of its author, then signed and frozen by trigger. */
export const note = app.table(
  'note',
  {
    practiceId: practiceId(),
    id: id(),
    visitId: uuid('visit_id').notNull(),
    authorId: uuid('author_id').notNull(),
    status: text('status', { enum: ['draft', 'signed'] })
      .notNull()
      .default('draft'),
    body: jsonb('body').$type<NoteBody>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`now()`),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    signedAt: instant('signed_at'),
    signedBy: uuid('signed_by'),
    signedZone: text('signed_zone'),
    /** SHA-256 of the canonical text of body and blocks, hex. */
    contentHash: text('content_hash'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.authorId], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex().on(t.practiceId, t.visitId),
  ],
)

/** What one animal's part of the note says, and what was decided for it. */
export const noteAnimal = app.table(
  'note_animal',
  {
    practiceId: practiceId(),
    noteId: uuid('note_id').notNull(),
    animalId: uuid('animal_id').notNull(),
    block: jsonb('block').$type<AnimalBlock>().notNull(),
    decision: text('decision', { enum: decisions }),
    decisionReason: text('decision_reason').notNull().default(''),
    pauseUntil: plainDate('pause_until'),
    /** Conditions of the stage that the consultant set, by key. */
    ticks: text('ticks')
      .array()
      .notNull()
      .default(sql`'{}'`),
    assessmentId: uuid('assessment_id'),
    /** What had changed since the visit before, as said at the signature; null on a draft and a first visit. */
    changes: jsonb('changes').$type<Change[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.noteId, t.animalId] }),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [note.practiceId, note.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({
      columns: [t.practiceId, t.assessmentId],
      foreignColumns: [assessment.practiceId, assessment.id],
    }),
    index().on(t.practiceId, t.animalId),
  ],
)

/** Who else reads and writes a draft; taken back by taking the row out. */
export const noteShare = app.table(
  'note_share',
  {
    practiceId: practiceId(),
    noteId: uuid('note_id').notNull(),
    memberId: uuid('member_id').notNull(),
    sharedBy: uuid('shared_by').notNull(),
    sharedAt: instant('shared_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.noteId, t.memberId] }),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [note.practiceId, note.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.sharedBy], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** For the practice's eyes: a table of its own, so that no owner's or share link's query can reach it. */
export const internalNote = app.table(
  'internal_note',
  {
    practiceId: practiceId(),
    noteId: uuid('note_id').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.noteId] }),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [note.practiceId, note.id] }),
  ],
)

/** A dated addition to a signed note, with its reason. */
export const amendment = app.table(
  'amendment',
  {
    practiceId: practiceId(),
    id: id(),
    noteId: uuid('note_id').notNull(),
    /** 1 for the first; no gaps, kept by trigger. */
    nth: integer('nth').notNull(),
    /** The field it corrects, as lib/domain/note/correctable names it; null where it only adds. */
    field: text('field'),
    /** What is added, or what the field should have said. */
    body: text('body').notNull(),
    reason: text('reason').notNull(),
    /** Whether the household reads it on its summary. */
    shown: boolean('shown').notNull().default(true),
    amendedBy: uuid('amended_by').notNull(),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
    zone: text('zone').notNull(),
    /** SHA-256, hex, over its content and the seal before it, the first one over the note's; null from before seals. */
    hash: text('hash'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.noteId], foreignColumns: [note.practiceId, note.id] }),
    foreignKey({ columns: [t.practiceId, t.amendedBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex().on(t.practiceId, t.noteId, t.nth),
  ],
)
