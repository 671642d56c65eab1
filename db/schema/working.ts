import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { closingKinds, type DayHours, type WeeklyHours } from '@/lib/domain/scheduling/working-time'
import { client } from './client'
import { app, id, instant, plainDate, practiceId, wallTime } from './columns'
import { member, practice } from './practice'
import { visit } from './visit'

/** The ordinary week of a consultant, and the home it may begin and end at. Wall times of the practice. */
export const workingWeek = app.table(
  'working_week',
  {
    practiceId: practiceId(),
    memberId: uuid('member_id').notNull(),
    days: jsonb('days').$type<WeeklyHours>().notNull(),
    homeLat: doublePrecision('home_lat'),
    homeLng: doublePrecision('home_lng'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.memberId] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
  ],
)

/** A day with other hours than its weekday's; null is a day off. */
export const workingException = app.table(
  'working_exception',
  {
    practiceId: practiceId(),
    id: id(),
    memberId: uuid('member_id').notNull(),
    day: plainDate('day').notNull(),
    hours: jsonb('hours').$type<DayHours>(),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
    uniqueIndex('working_exception_one_a_day').on(t.practiceId, t.memberId, t.day),
  ],
)

/** Away from a wall time of the practice to another, half open. */
export const timeOff = app.table(
  'time_off',
  {
    practiceId: practiceId(),
    id: id(),
    memberId: uuid('member_id').notNull(),
    localFrom: wallTime('local_from').notNull(),
    localUntil: wallTime('local_until').notNull(),
    reason: text('reason').notNull().default(''),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.memberId], foreignColumns: [member.practiceId, member.id] }),
    index('time_off_of_member').on(t.practiceId, t.memberId, t.localUntil),
  ],
)

/** Days on which nobody of the practice works, both ends included. */
export const closingDay = app.table(
  'closing_day',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    firstDay: plainDate('first_day').notNull(),
    lastDay: plainDate('last_day').notNull(),
    kind: text('kind', { enum: closingKinds }).notNull().default('closed'),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    index('closing_day_by_end').on(t.practiceId, t.lastDay),
  ],
)

/** One way driven to a visit, as taps measured it. Never changed. */
export const drive = app.table(
  'drive',
  {
    practiceId: practiceId(),
    toVisitId: uuid('to_visit_id').notNull(),
    consultantId: uuid('consultant_id').notNull(),
    fromPlace: text('from_place', { enum: ['client', 'office', 'home'] })
      .notNull()
      .default('client'),
    /** The home left before, where `fromPlace` is one. */
    fromClientId: uuid('from_client_id'),
    toClientId: uuid('to_client_id').notNull(),
    minutes: integer('minutes').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.toVisitId] }),
    foreignKey({ columns: [t.practiceId, t.toVisitId], foreignColumns: [visit.practiceId, visit.id] }),
    foreignKey({ columns: [t.practiceId, t.consultantId], foreignColumns: [member.practiceId, member.id] }),
    foreignKey({ columns: [t.practiceId, t.fromClientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.toClientId], foreignColumns: [client.practiceId, client.id] }),
    index('drive_between').on(t.practiceId, t.consultantId, t.fromClientId, t.toClientId, t.arrivedAt.desc()),
    index('drive_latest').on(t.practiceId, t.arrivedAt.desc()),
  ],
)

/** What a route server answered for two places, rounded to about eleven metres; null: no road between them. */
export const routeTime = app.table(
  'route_time',
  {
    practiceId: practiceId().references(() => practice.id),
    fromPlace: text('from_place').notNull(),
    toPlace: text('to_place').notNull(),
    minutes: doublePrecision('minutes'),
    kilometres: doublePrecision('kilometres'),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.fromPlace, t.toPlace] })],
)

/** What a geocoder answered for an address; null: it does not know it. */
export const geocoded = app.table(
  'geocoded',
  {
    practiceId: practiceId().references(() => practice.id),
    address: text('address').notNull(),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    rough: boolean('rough').notNull().default(false),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.address] })],
)
