import { foreignKey, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { visitNews, type VisitStood } from '@/lib/domain/visit/news'
import { app, id, instant, practiceId } from './columns'
import { visit } from './visit'

/** What was done with a visit: undone for some minutes, and what its mail is written from. */
export const visitChange = app.table(
  'visit_change',
  {
    practiceId: practiceId(),
    id: id(),
    visitId: uuid('visit_id').notNull(),
    /** Of the visit once it was done; a later one means that somebody did something else since. */
    version: integer('version').notNull(),
    verb: text('verb', { enum: visitNews }).notNull(),
    /** How it stood before; null: there was none. */
    before: jsonb('before').$type<VisitStood>(),
    /** What its household had been told of by then; null: nothing. */
    known: jsonb('known').$type<VisitStood>(),
    changedAt: instant('changed_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    uniqueIndex('visit_change_one_a_version').on(t.practiceId, t.visitId, t.version),
  ],
)
