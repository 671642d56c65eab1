import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { messageUses } from '@/lib/domain/thread/pages'
import { urgentKinds } from '@/lib/domain/thread/urgent'
import { client, contact } from './client'
import { app, id, instant, plainDate, practiceId } from './columns'
import { member, practice } from './practice'
import { visit } from './visit'

/** Of the two one: a person of the household, or one who works here. */
const person = () => ({ contactId: uuid('contact_id'), memberId: uuid('member_id') })
const clientId = () => uuid('client_id').notNull()

/** A picture sent into a thread, as it was written anew; its bytes are in the photo store under a random name. */
export const threadPhoto = app.table(
  'thread_photo',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: clientId(),
    ...person(),
    storageKey: text('storage_key').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    byteSize: integer('byte_size').notNull(),
    addedAt: instant('added_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    unique('thread_photo_of_thread').on(t.practiceId, t.clientId, t.id),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** What a household and its practice write to each other. A household is a thread; nobody changes a message. */
export const threadMessage = app.table(
  'thread_message',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: clientId(),
    seq: integer('seq').notNull().generatedAlwaysAsIdentity(),
    ...person(),
    words: text('words').notNull().default(''),
    photoId: uuid('photo_id'),
    /** What it asks to be done at once, as the words of it say. */
    urgent: text('urgent', { enum: urgentKinds })
      .array()
      .notNull()
      .default(sql`'{}'`),
    sendKey: text('send_key').notNull(),
    writtenAt: instant('written_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    unique('thread_message_once').on(t.practiceId, t.clientId, t.sendKey),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({
      columns: [t.practiceId, t.clientId, t.photoId],
      foreignColumns: [threadPhoto.practiceId, threadPhoto.clientId, threadPhoto.id],
    }),
    index('thread_message_in_order').on(t.practiceId, t.clientId, t.seq),
  ],
)

/** How far somebody had read a thread, and since when. */
export const threadRead = app.table(
  'thread_read',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: clientId(),
    ...person(),
    upTo: integer('up_to').notNull(),
    readAt: instant('read_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    unique('thread_read_by_contact').on(t.practiceId, t.clientId, t.contactId, t.upTo),
    unique('thread_read_by_member').on(t.practiceId, t.clientId, t.memberId, t.upTo),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.contactId], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** A message that became something to speak of at the next visit, or words in the note of one. */
export const threadUse = app.table(
  'thread_use',
  {
    practiceId: practiceId(),
    messageId: uuid('message_id').notNull(),
    kind: text('kind', { enum: messageUses }).notNull(),
    clientId: clientId(),
    /** Whose note it went into. */
    visitId: uuid('visit_id'),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at')
      .notNull()
      .default(sql`now()`),
    /** Ticked off, at the door or after. */
    doneAt: instant('done_at'),
    doneBy: uuid('done_by'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.messageId, t.kind] }),
    foreignKey({
      columns: [t.practiceId, t.messageId],
      foreignColumns: [threadMessage.practiceId, threadMessage.id],
    }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.addedBy], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.doneBy], foreignColumns: [member.practiceId, member.id] }),
    index('thread_use_of_client').on(t.practiceId, t.clientId),
  ],
)

/** How a practice takes messages; without a row, as they come. */
export const threadRule = app.table('thread_rule', {
  practiceId: practiceId()
    .primaryKey()
    .references(() => practice.id),
  awayNote: text('away_note').notNull().default(''),
  awayUntil: plainDate('away_until'),
  /** Messages of a household in a month that belong to what it pays for; null: nobody counts. */
  monthly: integer('monthly'),
  version: integer('version').notNull().default(1),
})
