import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { requestStates } from '@/lib/domain/request/schema'
import { client, contact } from './client'
import { app, id, instant, practiceId } from './columns'
import { member, service } from './practice'
import { visit } from './visit'

/** A visit that a household asks for: open until somebody of the practice answers, or the household takes it back. */
export const visitRequest = app.table(
  'visit_request',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    /** The person of the household. */
    askedBy: uuid('asked_by').notNull(),
    animalIds: uuid('animal_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** "2026-05-15T11:45/<consultant>", as it was offered. */
    choices: text('choices')
      .array()
      .notNull()
      .default(sql`'{}'`),
    words: text('words').notNull().default(''),
    state: text('state', { enum: requestStates }).notNull().default('open'),
    /** What the practice wrote to it. */
    answer: text('answer').notNull().default(''),
    visitId: uuid('visit_id'),
    version: integer('version').notNull().default(1),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by'),
    /** The visit that got its times, and those that fitted then instead, as `choices`. */
    lostTo: uuid('lost_to'),
    instead: text('instead')
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.serviceId], foreignColumns: [service.practiceId, service.id] }),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.lostTo], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [member.practiceId, member.id] }),
    index('visit_request_of_client').on(t.practiceId, t.clientId, t.askedAt.desc()),
    index('visit_request_open')
      .on(t.practiceId, t.askedAt)
      .where(sql`state = 'open'`),
    index('visit_request_of_visit')
      .on(t.practiceId, t.visitId)
      .where(sql`visit_id is not null`),
    index('visit_request_lost_to')
      .on(t.practiceId, t.lostTo)
      .where(sql`lost_to is not null`),
  ],
)
