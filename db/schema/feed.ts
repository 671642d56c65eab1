import { boolean, foreignKey, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { app, hash, instant, practiceId } from './columns'
import { member } from './practice'

/** A member's live calendar feed. Only the token's hash is kept; a feed that was ended has no row. */
export const calendarFeed = app.table(
  'calendar_feed',
  {
    practiceId: practiceId(),
    memberId: uuid('member_id').notNull(),
    tokenHash: hash('token_hash').notNull().unique(),
    tokenPrefix: text('token_prefix').notNull(),
    /** Households, addresses and phone numbers, opted into. */
    details: boolean('details').notNull().default(false),
    /** The way there as an entry of its own, opted into. */
    travel: boolean('travel').notNull().default(false),
    madeAt: instant('made_at').notNull(),
    lastReadAt: instant('last_read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.memberId] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)
