import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { locales } from '@/lib/domain/account/locale'
import { consentKinds } from '@/lib/domain/client/consents'
import { user } from './auth'
import { address, app, id, instant, plainDate, practiceId } from './columns'
import { member, practice } from './practice'

export const client = app.table(
  'client',
  {
    practiceId: practiceId().references(() => practice.id),
    id: id(),
    /** The household as the practice calls it. */
    name: text('name').notNull(),
    heardFrom: text('heard_from'),
    street: text('street').notNull().default(''),
    town: text('town').notNull().default(''),
    postcode: text('postcode').notNull().default(''),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    /** The place is no better than the middle of a street or town. */
    roughPlace: boolean('rough_place').notNull().default(false),
    /** Minutes to park and walk to the door; null is the practice's. */
    parkingMinutes: integer('parking_minutes'),
    townKey: text('town_key').generatedAlwaysAs(sql`lower(btrim(town))`),
    /** IANA zone of the home; visits keep it. */
    zone: text('zone').notNull(),
    accessNotes: text('access_notes').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** What a search looks in: household, address, people and animals, kept by trigger. Never shown. */
    search: text('search').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    archivedAt: instant('archived_at'),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] }), index().on(t.practiceId, t.archivedAt, t.name)],
)

export const contact = app.table(
  'contact',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    name: text('name').notNull(),
    relation: text('relation').notNull().default(''),
    email: address('email'),
    phone: text('phone').notNull().default(''),
    isMain: boolean('is_main').notNull().default(false),
    /** What this person reads in. */
    locale: text('locale', { enum: locales }).notNull().default('en-GB'),
    /** Null: the practice's. */
    units: text('units', { enum: ['metric', 'imperial'] }),
    /** Set where this person may sign in as an animal owner. */
    userId: uuid('user_id').references(() => user.id),
    /** An address that a server refused for good, and when; it stands in the way while it is the person's. */
    bouncedAddress: address('bounced_address'),
    bouncedAt: instant('bounced_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index().on(t.practiceId, t.clientId),
    index().on(t.userId),
  ],
)

/** A dated yes or no of the household; the latest of a kind holds. */
export const consent = app.table(
  'consent',
  {
    practiceId: practiceId(),
    id: id(),
    clientId: uuid('client_id').notNull(),
    kind: text('kind', { enum: consentKinds }).notNull(),
    given: boolean('given').notNull(),
    givenOn: plainDate('given_on').notNull(),
    givenBy: text('given_by').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.recordedBy], foreignColumns: [member.practiceId, member.id] }),
    index().on(t.practiceId, t.clientId, t.kind),
  ],
)
