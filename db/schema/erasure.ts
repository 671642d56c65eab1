import { sql } from 'drizzle-orm'
import { foreignKey, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { erasureStates } from '@/lib/domain/erasure/schema'
import { client } from './client'
import { app, id, instant, practiceId } from './columns'
import { member } from './practice'

/** A household asks to be erased. Once it is, this row is the ledger: ids and a pseudonym, nobody's name. */
export const erasure = app.table(
  'erasure',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    askedBy: uuid('asked_by'),
    askedAt: instant('asked_at').notNull(),
    state: text('state', { enum: erasureStates }).notNull().default('asked'),
    answer: text('answer').notNull().default(''),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
    /** What the household is called from then on; written by `app.erase_household` alone. */
    pseudonym: text('pseudonym'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex('erasure_one_open')
      .on(t.practiceId, t.clientId)
      .where(sql`state = 'asked'`),
    uniqueIndex('erasure_pseudonym').on(t.practiceId, t.pseudonym),
  ],
)
