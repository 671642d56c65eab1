import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { offerStates, waitingStates } from '@/lib/domain/waiting/schema'
import { client, contact } from './client'
import { app, id, instant, plainDate, practiceId } from './columns'
import { member, service } from './practice'
import { visit } from './visit'

/** A household that waits for a visit: when it could be, and until when it waits. */
export const waiting = app.table(
  'waiting',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    animalIds: uuid('animal_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** 1 is Monday; none: any day. */
    weekdays: integer('weekdays')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** "09:30" on the wall of the home; null: whenever. */
    fromTime: text('from_time'),
    untilTime: text('until_time'),
    untilDay: plainDate('until_day').notNull(),
    words: text('words').notNull().default(''),
    state: text('state', { enum: waitingStates }).notNull().default('waiting'),
    askedBy: uuid('asked_by'),
    addedBy: uuid('added_by'),
    since: instant('since').notNull(),
    visitId: uuid('visit_id'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.serviceId], foreignColumns: [service.practiceId, service.id] }),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [contact.practiceId, contact.id] }),
    foreignKey({ columns: [t.practiceId, t.addedBy], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.visitId], foreignColumns: [visit.practiceId, visit.id] }),
    uniqueIndex('waiting_once')
      .on(t.practiceId, t.clientId, t.serviceId)
      .where(sql`state = 'waiting'`),
    index('waiting_since')
      .on(t.practiceId, t.since)
      .where(sql`state = 'waiting'`),
  ],
)

/** A time that became free, offered to one household after the other: a row each, in the order that was confirmed. */
export const waitingOffer = app.table(
  'waiting_offer',
  {
    practiceId: practiceId(),
    id: id(),
    round: uuid('round').notNull(),
    place: integer('place').notNull(),
    waitingId: uuid('waiting_id').notNull(),
    clientId: uuid('client_id').notNull(),
    /** The visit that left the time. */
    freedBy: uuid('freed_by').notNull(),
    consultantId: uuid('consultant_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    answerMinutes: integer('answer_minutes').notNull(),
    state: text('state', { enum: offerStates }).notNull().default('next'),
    holdId: uuid('hold_id'),
    until: instant('until'),
    offeredBy: uuid('offered_by').notNull(),
    offeredAt: instant('offered_at'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.waitingId], foreignColumns: [waiting.practiceId, waiting.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.freedBy], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.consultantId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.offeredBy], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex('waiting_offer_place').on(t.practiceId, t.round, t.place),
    uniqueIndex('waiting_offer_one_a_round')
      .on(t.practiceId, t.round)
      .where(sql`state = 'open'`),
    uniqueIndex('waiting_offer_one_a_household')
      .on(t.practiceId, t.waitingId)
      .where(sql`state = 'open'`),
    index('waiting_offer_of_waiting').on(t.practiceId, t.waitingId, t.offeredAt.desc()),
    index('waiting_offer_of_visit').on(t.practiceId, t.freedBy),
    index('waiting_offer_due')
      .on(t.until)
      .where(sql`state = 'open'`),
  ],
)
