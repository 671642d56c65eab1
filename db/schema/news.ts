import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { locales } from '@/lib/domain/account/locale'
import { matters, newsKinds } from '@/lib/domain/news/kinds'
import { animal } from './animal'
import { authSession } from './auth'
import { client, contact } from './client'
import { app, hash, id, instant, practiceId } from './columns'
import { member } from './practice'
import { visit } from './visit'

/** Somebody of a household, or somebody who works here: one of the two columns; the third is whichever it is. */
const person = () => ({
  contactId: uuid('contact_id'),
  memberId: uuid('member_id'),
  personId: uuid('person_id')
    .notNull()
    .generatedAlwaysAs(sql`coalesce(contact_id, member_id)`),
})

/** One thing that happened for one person. What it says is read from what it is about, when it is read. */
export const news = app.table(
  'news',
  {
    practiceId: practiceId(),
    id: id(),
    ...person(),
    kind: text('kind', { enum: newsKinds }).notNull(),
    matter: text('matter', { enum: matters }).notNull(),
    /** One a key and person; the first two of its parts are the topic, of which the latest is shown. */
    key: text('key').notNull(),
    topic: text('topic')
      .notNull()
      .generatedAlwaysAs(sql`split_part(key, ':', 1) || ':' || split_part(key, ':', 2)`),
    visitId: uuid('visit_id'),
    animalId: uuid('animal_id'),
    clientId: uuid('client_id'),
    /** Nobody sees it before. */
    dueAt: instant('due_at')
      .notNull()
      .default(sql`now()`),
    readAt: instant('read_at'),
    /** When it is looked at whether to ring for it; null: done. */
    ringAt: instant('ring_at').default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    unique('news_once').on(t.practiceId, t.personId, t.key),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.animalId], foreignColumns: [animal.practiceId, animal.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index('news_of_topic').on(t.practiceId, t.personId, t.topic, t.dueAt.desc()),
  ],
)

/** What somebody wants to hear of and when; without a row, all of it, and nothing rings at night. */
export const newsChoice = app.table(
  'news_choice',
  {
    practiceId: practiceId(),
    ...person(),
    hidden: text('hidden').array().notNull(),
    silent: text('silent')
      .array()
      .notNull()
      .default(sql`'{}'`),
    quietFrom: smallint('quiet_from').notNull().default(21),
    quietUntil: smallint('quiet_until').notNull().default(8),
    flagsAnytime: boolean('flags_anytime').notNull().default(false),
    changedAt: instant('changed_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.personId] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** A browser that may be rung. It goes with the sign-in that switched it on. */
export const pushDevice = app.table(
  'push_device',
  {
    practiceId: practiceId(),
    id: id(),
    ...person(),
    userId: uuid('user_id').notNull(),
    sessionHash: hash('session_hash')
      .notNull()
      .references(() => authSession.tokenHash, { onDelete: 'cascade' }),
    endpoint: text('endpoint').notNull(),
    p256dh: hash('p256dh').notNull(),
    auth: hash('auth').notNull(),
    name: text('name'),
    /** Of its person when it was last told to ring. */
    locale: text('locale', { enum: locales }).notNull().default('en-GB'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    rungAt: instant('rung_at'),
    /** When to ring next; null: there is nothing to ring for. */
    ringAt: instant('ring_at'),
    leaseUntil: instant('lease_until'),
    attempts: smallint('attempts').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    unique('push_device_of_sign_in').on(t.practiceId, t.sessionHash),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)
