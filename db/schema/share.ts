import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { shareScopes } from '@/lib/domain/share/audience'
import { animal } from './animal'
import { app, hash, id, instant, practiceId } from './columns'

/** A read-only view of one animal for somebody without an account. Only the token's hash is kept. */
export const shareLink = app.table(
  'share_link',
  {
    practiceId: practiceId(),
    id: id(),
    animalId: uuid('animal_id').notNull(),
    /** What it opens: the animal as this audience sees it, or one letter to the vet. */
    scope: text('scope', { enum: shareScopes }).notNull().default('journey'),
    label: text('label').notNull().default(''),
    tokenHash: hash('token_hash').notNull().unique(),
    tokenPrefix: text('token_prefix').notNull(),
    /** Null where no PIN is asked for. */
    pinHash: hash('pin_hash'),
    /** Whom a sitter calls. */
    callName: text('call_name').notNull().default(''),
    callPhone: text('call_phone').notNull().default(''),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    views: integer('views').notNull().default(0),
    lastViewedAt: instant('last_viewed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    index().on(t.practiceId, t.animalId),
  ],
)
