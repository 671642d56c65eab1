import { customType, pgSchema, uuid } from 'drizzle-orm/pg-core'
import { Temporal } from 'temporal-polyfill'

export const app = pgSchema('app')

/** A point in time: timestamptz, in code a Temporal.Instant. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => Temporal.Instant.from(value.replace(' ', 'T')),
  toDriver: (value) => value.toString(),
})

/** A local day without a zone. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => Temporal.PlainDate.from(value),
  toDriver: (value) => value.toString(),
})

/** What the clock on the wall of a place says; its zone stands beside it. */
export const wallTime = customType<{ data: Temporal.PlainDateTime; driverData: string }>({
  dataType: () => 'timestamp without time zone',
  fromDriver: (value) => Temporal.PlainDateTime.from(value.replace(' ', 'T')),
  toDriver: (value) => value.toString(),
})

/** Half-open span of instants, written as `[from,until)`. */
export const span = customType<{
  data: { from: Temporal.Instant; until: Temporal.Instant }
  driverData: string
}>({
  dataType: () => 'tstzrange',
  fromDriver: (value) => {
    const [from, until] = value
      .slice(1, -1)
      .split(',')
      .map((part) => Temporal.Instant.from(part.replaceAll('"', '').replace(' ', 'T')))
    if (!from || !until) throw new RangeError('an open span where a closed one is kept')
    return { from, until }
  },
  toDriver: ({ from, until }) => `[${from.toString()},${until.toString()})`,
})

/** Spans of instants, in order and apart, written as `{[from,until),…}`. */
export const spans = customType<{
  data: { from: Temporal.Instant; until: Temporal.Instant }[]
  driverData: string
}>({
  dataType: () => 'tstzmultirange',
  fromDriver: (value) =>
    [...value.matchAll(/[[(]"?([^",]+)"?,"?([^",)]+)"?\)/g)].map(([, from = '', until = '']) => ({
      from: Temporal.Instant.from(from.replace(' ', 'T')),
      until: Temporal.Instant.from(until.replace(' ', 'T')),
    })),
  toDriver: (list) =>
    `{${list.map(({ from, until }) => `[${from.toString()},${until.toString()})`).join(',')}}`,
})

export const address = customType<{ data: string }>({ dataType: () => 'citext' })

export const hash = customType<{ data: Buffer; driverData: Buffer | Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})

/** Every tenant table is led by this column; policies and composite keys hang on it. */
export const practiceId = () => uuid('practice_id').notNull()
export const id = () => uuid('id').notNull().defaultRandom()
