import { sql } from 'drizzle-orm'
import { boolean, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { address, app, hash, instant } from './columns'

// The tables of sign-in carry no practice_id: a person may work in one practice and own a cat in another.
// Their policies ask for the transaction's purpose instead.

export const user = app.table('user', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** Empty for somebody who signs in with a printed code only. */
  email: address('email').unique(),
  name: text('name'),
  emailVerified: instant('email_verified'),
  image: text('image'),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`now()`),
})

export const account = app.table(
  'account',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] })],
)

/** A signed-in browser. Only the hash of its token is kept. */
export const authSession = app.table(
  'auth_session',
  {
    tokenHash: hash('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    lastUsedAt: instant('last_used_at')
      .notNull()
      .default(sql`now()`),
    device: text('device'),
  },
  (t) => [index().on(t.userId)],
)

/** One sign-in mail or printed card: a link token, a short code, or both. Used once, by deleting. */
export const verificationToken = app.table(
  'verification_token',
  {
    tokenHash: hash('token_hash').primaryKey(),
    /** The normalised address, or `user:<id>` for a printed code. */
    identifier: text('identifier').notNull(),
    codeHash: hash('code_hash'),
    codeTries: integer('code_tries').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [index().on(t.identifier)],
)

/** How often a key was seen in a window. Keys are hashes of addresses, never the addresses. */
export const rateLimit = app.table(
  'rate_limit',
  {
    bucket: text('bucket').notNull(),
    keyHash: hash('key_hash').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.keyHash, t.windowStart] })],
)

/** Printed at the first start of an empty database: whoever holds it makes the first practice. */
export const setUpLink = app.table('set_up_link', {
  tokenHash: hash('token_hash').primaryKey(),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`now()`),
  used: boolean('used').notNull().default(false),
})
