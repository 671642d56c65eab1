import { sql } from 'drizzle-orm'
import { foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { client } from './client'
import { app, instant, practiceId } from './columns'
import { member } from './practice'

/** What there is to know at a household's door, for the practice alone. */
export const door = app.table(
  'door',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').notNull(),
    parking: text('parking').notNull().default(''),
    exits: text('exits').notNull().default(''),
    hiding: text('hiding').notNull().default(''),
    bring: text('bring').notNull().default(''),
    know: text('know').notNull().default(''),
    version: integer('version').notNull().default(1),
    changedBy: uuid('changed_by').notNull(),
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.clientId] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.changedBy], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** The code that opens a door, encrypted before it gets here; read by `revealCode` and nothing else. */
export const doorCode = app.table(
  'door_code',
  {
    practiceId: practiceId(),
    clientId: uuid('client_id').notNull(),
    sealed: text('sealed').notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.clientId] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.writtenBy], foreignColumns: [member.practiceId, member.id] }),
  ],
)
