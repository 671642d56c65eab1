import { sql } from 'drizzle-orm'
import { foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { matters, newsKinds } from '@/lib/domain/news/kinds'
import { animal } from './animal'
import { client, contact } from './client'
import { app, id, instant, practiceId } from './columns'
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

/** What somebody does not want in their list; without a row, all of it stands there. */
export const newsChoice = app.table(
  'news_choice',
  {
    practiceId: practiceId(),
    ...person(),
    hidden: text('hidden').array().notNull(),
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
