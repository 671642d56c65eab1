import { sql } from 'drizzle-orm'
import { foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { snippetFields } from '@/lib/domain/note/snippet'
import { app, id, instant, practiceId } from './columns'
import { member } from './practice'

/** Words a practice writes often, by the field of a note they are for. */
export const snippet = app.table(
  'snippet',
  {
    practiceId: practiceId(),
    id: id(),
    name: text('name').notNull(),
    field: text('field', { enum: snippetFields }).notNull(),
    body: text('body').notNull(),
    version: integer('version').notNull().default(1),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [member.practiceId, member.id] }),
  ],
)
