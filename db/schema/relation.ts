import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { relationKinds } from '@/lib/domain/relation/relation'
import { animal } from './animal'
import { app, id, instant, plainDate, practiceId } from './columns'
import { member } from './practice'

/** How two animals of one home get on, never edited: the latest day holds. `animalId` is the smaller of the two ids. */
export const animalRelation = app.table(
  'animal_relation',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    otherId: uuid('other_id').notNull(),
    kind: text('kind', { enum: relationKinds }).notNull(),
    since: plainDate('since').notNull(),
    saidBy: text('said_by').notNull().default(''),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at')
      .notNull()
      .default(sql`now()`),
    seq: integer('seq').notNull().generatedAlwaysAsIdentity(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.otherId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.recordedBy], foreignColumns: [member.practiceId, member.id] }),
    index('animal_relation_of_pair').on(t.practiceId, t.animalId, t.otherId),
    index('animal_relation_of_other').on(t.practiceId, t.otherId),
  ],
)
