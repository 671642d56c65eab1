import { foreignKey, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { contact } from './client'
import { app, instant, practiceId } from './columns'

/** When somebody of a household looked at their home: last, and last before that sitting. */
export const homeLook = app.table(
  'home_look',
  {
    practiceId: practiceId(),
    contactId: uuid('contact_id').notNull(),
    seenAt: instant('seen_at').notNull(),
    beforeAt: instant('before_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.contactId] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
  ],
)
