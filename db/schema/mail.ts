import { sql } from 'drizzle-orm'
import { boolean, foreignKey, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { optionalMails } from '@/lib/domain/mail/kinds'
import { contact } from './client'
import { app, hash, instant, practiceId } from './columns'
import { member } from './practice'

/** What a person of a household wants by mail; without a row, as it comes. */
export const mailChoice = app.table(
  'mail_choice',
  {
    practiceId: practiceId(),
    contactId: uuid('contact_id').notNull(),
    reminder: boolean('reminder').notNull().default(true),
    /** That a message waits. */
    messages: boolean('messages').notNull().default(true),
    /** On the clock of the home; null: no nudge. */
    homeworkHour: smallint('homework_hour'),
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.contactId] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
  ],
)

/** One link a person and kind, which stops it without signing in. Only the hash of its token is kept. */
export const mailStopLink = app.table(
  'mail_stop_link',
  {
    practiceId: practiceId(),
    tokenHash: hash('token_hash').notNull().unique(),
    kind: text('kind', { enum: optionalMails }).notNull(),
    contactId: uuid('contact_id'),
    memberId: uuid('member_id'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.tokenHash] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)
