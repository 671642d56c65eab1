import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Tap } from '@/lib/domain/observation/live/event'
import { animal } from './animal'
import { app, instant, practiceId } from './columns'
import { member } from './practice'
import { visit } from './visit'

/** One tap of a live observation, kept as it was made. Its session is written under `observationId`. */
export const liveEvent = app.table(
  'live_event',
  {
    practiceId: practiceId(),
    /** Made on the device, so that sending it twice keeps it once. */
    id: uuid('id').notNull(),
    observationId: uuid('observation_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    animalId: uuid('animal_id').notNull(),
    device: text('device').notNull(),
    counter: integer('counter').notNull(),
    /** By the clock of the device. */
    at: instant('at').notNull(),
    tap: jsonb('tap').$type<Tap>().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.recordedBy], foreignColumns: [member.practiceId, member.id] }),
    index('live_event_of_observation').on(t.practiceId, t.observationId, t.at),
    index('live_event_of_visit').on(t.practiceId, t.visitId, t.animalId),
  ],
)
