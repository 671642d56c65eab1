import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from '@/lib/domain/access/roles'
import { dropReasons, type SaidOfVisit } from '@/lib/domain/mail/right'
import { serviceMarks } from '@/lib/domain/service/marks'
import { user } from './auth'
import { app, hash, id, instant, practiceId } from './columns'

export const role = app.enum('role', roles)

export const practice = app.table('practice', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  /** IANA zone. */
  zone: text('zone').notNull(),
  units: text('units', { enum: ['metric', 'imperial'] })
    .notNull()
    .default('metric'),
  paper: text('paper', { enum: ['a4', 'letter'] })
    .notNull()
    .default('a4'),
  email: text('email'),
  phone: text('phone'),
  baseStreet: text('base_street'),
  baseTown: text('base_town'),
  baseLat: doublePrecision('base_lat'),
  baseLng: doublePrecision('base_lng'),
  /** Wall times of the working day, until each consultant keeps hours of their own. */
  dayStart: text('day_start').notNull().default('08:30'),
  dayEnd: text('day_end').notNull().default('18:30'),
  /** ISO 4217; prices are kept in its minor unit. */
  currency: text('currency').notNull().default('EUR'),
  /** How much longer the road is than the straight line, and how fast it goes door to door. */
  circuity: doublePrecision('circuity').notNull().default(1.4),
  driveKmh: doublePrecision('drive_kmh').notNull().default(28),
  /** Minutes to park where a home does not say. */
  parkingMinutes: integer('parking_minutes').notNull().default(3),
  /** Until how many hours before a visit its household changes it itself. */
  ownerChangeHours: integer('owner_change_hours').notNull().default(24),
  /** Whether a reading outside the limits, or none on the day, keeps animals inside. */
  temperatureBlocks: boolean('temperature_blocks').notNull().default(false),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`now()`),
})

export const member = app.table(
  'member',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: role('role').notNull(),
    weeklyLetter: boolean('weekly_letter').notNull().default(true),
    /** Whether a mail says that a household wrote. */
    messageMails: boolean('message_mails').notNull().default(true),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    uniqueIndex()
      .on(t.practiceId, t.userId)
      .where(sql`removed_at is null`),
    index().on(t.userId),
  ],
)

export const service = app.table(
  'service',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    name: text('name').notNull(),
    minutes: integer('minutes').notNull(),
    place: text('place', { enum: ['home', 'remote'] })
      .notNull()
      .default('home'),
    /** Minutes at the home before and after the visit itself. */
    setupMinutes: integer('setup_minutes').notNull().default(0),
    wrapupMinutes: integer('wrapup_minutes').notNull().default(0),
    /** The longest way to it; null is no limit. */
    maxTravelMinutes: integer('max_travel_minutes'),
    /** How late and how far ahead a household may ask for it. */
    noticeHours: integer('notice_hours').notNull().default(0),
    horizonDays: integer('horizon_days').notNull().default(90),
    /** In the minor unit of the practice's currency. */
    priceMinor: integer('price_minor'),
    priceShown: boolean('price_shown').notNull().default(false),
    /** What the household reads before the visit. */
    preparation: text('preparation').notNull().default(''),
    mark: text('mark', { enum: serviceMarks }).notNull().default('circle'),
    ownerMayBook: boolean('owner_may_book').notNull().default(false),
    sort: integer('sort').notNull().default(0),
    retiredAt: instant('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] })],
)

/** Who did what to which thing, in the same transaction as the thing. Nobody updates or deletes it. */
export const auditEvent = app.table(
  'audit_event',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
    userId: uuid('user_id'),
    viewerKind: text('viewer_kind').notNull(),
    verb: text('verb').notNull(),
    noun: text('noun').notNull(),
    nounId: uuid('noun_id'),
    /** Ids and keys only, never what a person wrote. */
    detail: jsonb('detail').$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] }), index().on(t.practiceId, t.noun, t.nounId)],
)

/** Mails waiting, leased and sent. Written in the transaction of what they announce. */
export const outbox = app.table(
  'outbox',
  {
    id: id().primaryKey(),
    practiceId: uuid('practice_id'),
    kind: text('kind').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    bodyText: text('body_text').notNull(),
    bodyHtml: text('body_html').notNull(),
    /** One file as it was when the mail was written; let go once it is out. */
    attachmentName: text('attachment_name'),
    attachment: hash('attachment'),
    /** Whom it is for, of the two one at most: a person of a household, or one who works here. */
    contactId: uuid('contact_id'),
    memberId: uuid('member_id'),
    /** The visits it speaks of, as it says they stand; looked at again just before it goes. */
    says: jsonb('says').$type<SaidOfVisit[]>(),
    /** Too late from then on. */
    sendUntil: instant('send_until'),
    /** One mail per key: visit, kind and version. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    messageId: text('message_id').notNull(),
    state: text('state', { enum: ['queued', 'leased', 'sent', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    sendAfter: instant('send_after')
      .notNull()
      .default(sql`now()`),
    leaseUntil: instant('lease_until'),
    /** On its way since; from here on it cannot be taken back. */
    carriedAt: instant('carried_at'),
    droppedWhy: text('dropped_why', { enum: dropReasons }),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    sentAt: instant('sent_at'),
  },
  (t) => [index().on(t.state, t.sendAfter)],
)
