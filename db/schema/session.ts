import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import * as words from '@/lib/domain/observation/vocabulary'
import { animal } from './animal'
import { app, id, instant, plainDate, practiceId } from './columns'
import { plan } from './plan'
import { visit } from './visit'

/** One training session of one animal, by whoever ran it. Voided with a reason, never deleted. */
export const session = app.table(
  'session',
  {
    practiceId: practiceId(),
    /** Made where the session was recorded, so that sending it twice records it once. */
    id: id(),
    animalId: uuid('animal_id').notNull(),
    planId: uuid('plan_id').notNull(),
    stageKey: text('stage_key').notNull(),
    visitId: uuid('visit_id'),
    source: text('source', { enum: words.sessionSources }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    day: plainDate('day').notNull(),
    startedAt: instant('started_at').notNull(),
    zone: text('zone').notNull(),
    seq: integer('seq').notNull().generatedAlwaysAsIdentity(),
    exercise: text('exercise').notNull().default(''),
    durationSec: integer('duration_sec'),
    repsOk: integer('reps_ok'),
    repsTotal: integer('reps_total'),
    /** Worst body level seen, 0 loose to 4 panic. */
    stress: integer('stress').notNull(),
    signs: text('signs')
      .array()
      .notNull()
      .default(sql`'{}'`),
    goodSigns: text('good_signs')
      .array()
      .notNull()
      .default(sql`'{}'`),
    food: text('food', { enum: words.foods }),
    choice: text('choice', { enum: words.choices }),
    recovery: text('recovery', { enum: words.recoveries }),
    tension: text('tension', { enum: words.tensions }),
    ended: text('ended', { enum: words.endings }),
    triggers: text('triggers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    triggerDistance: text('trigger_distance', { enum: words.triggerDistances }),
    place: text('place', { enum: words.places }),
    events: text('events')
      .array()
      .notNull()
      .default(sql`'{}'`),
    health: text('health')
      .array()
      .notNull()
      .default(sql`'{}'`),
    ownerMood: text('owner_mood', { enum: words.ownerMoods }),
    latencyApproachSec: integer('latency_approach_sec'),
    latencyEatSec: integer('latency_eat_sec'),
    latencyStepSec: integer('latency_step_sec'),
    longestCalmSec: integer('longest_calm_sec'),
    cssStart: integer('css_start'),
    cssPeak: integer('css_peak'),
    cssEnd: integer('css_end'),
    noise: text('noise', { enum: words.noiseLevels }),
    weather: text('weather', { enum: words.weathers }),
    temperatureC: integer('temperature_c'),
    note: text('note').notNull().default(''),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    voidedAt: instant('voided_at'),
    voidedBy: uuid('voided_by'),
    voidReason: text('void_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.planId], foreignColumns: [plan.practiceId, plan.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    index().on(t.practiceId, t.animalId, t.day, t.seq),
    index().on(t.practiceId, t.visitId),
  ],
)
