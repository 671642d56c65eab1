import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import { goalRisks, outcomes, stageEntryKinds } from '@/lib/domain/plan/words'
import { species } from '@/lib/domain/observation/vocabulary'
import type { ProtocolDraft } from '@/lib/domain/protocol/draft'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { assessmentCauses } from '@/lib/domain/readiness/types'
import { animal } from './animal'
import { app, id, instant, plainDate, practiceId } from './columns'
import { member, practice } from './practice'

/** A published version never changes (trigger); a plan pins one. */
export const protocol = app.table(
  'protocol',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    species: text('species', { enum: species }).notNull(),
    name: text('name').notNull(),
    definition: jsonb('definition').$type<Protocol>().notNull(),
    /** The member who published it; null for what Doorstep ships. */
    publishedBy: uuid('published_by'),
    publishedAt: instant('published_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.publishedBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex().on(t.practiceId, t.key, t.version),
  ],
)

/** A protocol that is being written: one draft a key. Publishing makes it a version and ends the draft. */
export const protocolDraft = app.table(
  'protocol_draft',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    key: text('key').notNull(),
    definition: jsonb('definition').$type<ProtocolDraft>().notNull(),
    /** The version it began as: what the differences are shown against. */
    basedOn: uuid('based_on'),
    version: integer('version').notNull().default(1),
    updatedBy: uuid('updated_by').notNull(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.basedOn], foreignColumns: [protocol.practiceId, protocol.id] }),
    foreignKey({ columns: [t.practiceId, t.updatedBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex('protocol_draft_one_a_key').on(t.practiceId, t.key),
  ],
)

export const plan = app.table(
  'plan',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    protocolId: uuid('protocol_id').notNull(),
    /** In the owner's words, one sentence. */
    goal: text('goal').notNull(),
    goalRisk: text('goal_risk', { enum: goalRisks }).notNull(),
    /** 1.0 to 2.0: stretches the minimum days for known fearful animals. */
    minDaysFactor: doublePrecision('min_days_factor').notNull().default(1),
    startedBy: uuid('started_by'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.protocolId], foreignColumns: [protocol.practiceId, protocol.id] }),
    uniqueIndex('plan_one_running')
      .on(t.practiceId, t.animalId)
      .where(sql`ended_at is null`),
    index('plan_running_of_starter')
      .on(t.practiceId, t.startedBy)
      .where(sql`ended_at is null`),
  ],
)

/** One change of a plan's way, never edited. `undo` names the row it takes back. */
export const stageEntry = app.table(
  'stage_entry',
  {
    practiceId: practiceId(),
    id: id(),
    planId: uuid('plan_id').notNull(),
    animalId: uuid('animal_id').notNull(),
    kind: text('kind', { enum: stageEntryKinds }).notNull(),
    stageKey: text('stage_key').notNull(),
    fromStageKey: text('from_stage_key'),
    /** The version this entry was made under, and the one before where the entry changed it. */
    protocolId: uuid('protocol_id').notNull(),
    fromProtocolId: uuid('from_protocol_id'),
    /** How a completed plan ended. */
    outcome: text('outcome', { enum: outcomes }),
    enteredOn: plainDate('entered_on').notNull(),
    reason: text('reason').notNull().default(''),
    pauseUntil: plainDate('pause_until'),
    undoes: uuid('undoes'),
    assessmentId: uuid('assessment_id'),
    noteId: uuid('note_id'),
    decidedBy: uuid('decided_by'),
    /** Keys of the stage's ticks that were set for this step. */
    ticksSet: text('ticks_set')
      .array()
      .notNull()
      .default(sql`'{}'`),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
    seq: integer('seq').notNull().generatedAlwaysAsIdentity(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.planId], foreignColumns: [plan.practiceId, plan.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.protocolId], foreignColumns: [protocol.practiceId, protocol.id] }),
    foreignKey({
      columns: [t.practiceId, t.fromProtocolId],
      foreignColumns: [protocol.practiceId, protocol.id],
    }),
    index().on(t.practiceId, t.animalId, t.seq),
  ],
)

/** A readiness snapshot: what was computed, from what, under which rules. Never recomputed in place. */
export const assessment = app.table(
  'assessment',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    planId: uuid('plan_id').notNull(),
    stageKey: text('stage_key').notNull(),
    asOf: plainDate('as_of').notNull(),
    ruleSet: text('rule_set').notNull(),
    score: integer('score'),
    confidence: doublePrecision('confidence').notNull(),
    recommendation: text('recommendation').notNull(),
    why: text('why').notNull(),
    /** Read with readSnapshot: the shape grows, the rows stay. */
    snapshot: jsonb('snapshot').$type<unknown>().notNull(),
    cause: text('cause', { enum: assessmentCauses }).notNull(),
    /** The session written down or taken out, or the note signed; foreign keys by migration. */
    sessionId: uuid('session_id'),
    noteId: uuid('note_id'),
    /** Whose doing that was, as they were called then. */
    byName: text('by_name').notNull().default(''),
    computedAt: instant('computed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.planId], foreignColumns: [plan.practiceId, plan.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    index().on(t.practiceId, t.animalId, t.computedAt),
  ],
)

/** What the owner is asked to do until the next visit. The latest one without `replacedAt` holds. */
export const homework = app.table(
  'homework',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    planId: uuid('plan_id').notNull(),
    stageKey: text('stage_key').notNull(),
    noteId: uuid('note_id'),
    items: jsonb('items').$type<HomeworkDraft[]>().notNull(),
    setBy: uuid('set_by'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    replacedAt: instant('replaced_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.planId], foreignColumns: [plan.practiceId, plan.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    uniqueIndex('homework_one_current')
      .on(t.practiceId, t.animalId)
      .where(sql`replaced_at is null`),
  ],
)
