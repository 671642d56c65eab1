import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { client } from './client'
import { app, id, instant, plainDate, practiceId, span, wallTime } from './columns'
import { member, practice, service } from './practice'

/** The rule visits were booked by, at a time of the home's wall. What it became from a day on is another that follows it. */
export const visitSeries = app.table(
  'visit_series',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    clientId: uuid('client_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    consultantId: uuid('consultant_id').notNull(),
    firstStart: wallTime('first_start').notNull(),
    everyWeeks: integer('every_weeks').notNull(),
    /** 1 is Monday. */
    weekdays: integer('weekdays').array().notNull(),
    /** One of the two says when it ends. */
    occurrences: integer('occurrences'),
    untilDay: plainDate('until_day'),
    follows: uuid('follows'),
    bookedBy: uuid('booked_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.serviceId], foreignColumns: [service.practiceId, service.id] }),
    foreignKey({ columns: [t.practiceId, t.consultantId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.bookedBy], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.follows], foreignColumns: [t.practiceId, t.id] }),
    index('visit_series_of_client').on(t.practiceId, t.clientId),
  ],
)

/** Time kept free for a household that was offered it, until a moment; what is over keeps nothing free. */
export const visitHold = app.table(
  'visit_hold',
  {
    practiceId: practiceId(),
    id: id(),
    consultantId: uuid('consultant_id').notNull(),
    clientId: uuid('client_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    place: text('place', { enum: ['home', 'remote'] }).notNull(),
    during: span('during').notNull(),
    setupMinutes: integer('setup_minutes').notNull().default(0),
    wrapupMinutes: integer('wrapup_minutes').notNull().default(0),
    heldUntil: instant('held_until').notNull(),
    heldBy: uuid('held_by'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.consultantId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.serviceId], foreignColumns: [service.practiceId, service.id] }),
    index('visit_hold_of_consultant').on(t.practiceId, t.consultantId, t.heldUntil),
    index('visit_hold_by_end').on(t.heldUntil),
  ],
)
