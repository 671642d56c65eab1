import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'

/** A visit that stands where nobody works. Its wall time is its home's. */
export type BookedThen = {
  id: string
  localStart: Temporal.PlainDateTime
  household: string
  consultant: string
}

/** A stretch of the practice's wall; without a member it is everybody's. */
type Stretch = { id: string; from: Temporal.PlainDateTime; until: Temporal.PlainDateTime; memberId?: string }

type Row = { stretch: string; id: string; start: string; household: string; consultant: string }

/**
 * The visits still to come that lie in each stretch, by the stretch's id; one statement. For members, inside a
 * transaction. A boundary the clocks skip or repeat is read so that the stretch is the longer one.
 */
export async function visitsIn(
  tx: Tx,
  viewer: Viewer,
  stretches: readonly Stretch[],
  now: Temporal.Instant,
): Promise<Map<string, BookedThen[]>> {
  const booked = new Map<string, BookedThen[]>()
  if (stretches.length === 0 || viewer.kind !== 'member') return booked
  const asked = stretches.map(({ id, from, until, memberId }) => ({
    id,
    member: memberId ?? null,
    from: from.toZonedDateTime(viewer.zone, { disambiguation: 'earlier' }).toInstant().toString(),
    until: until.toZonedDateTime(viewer.zone, { disambiguation: 'later' }).toInstant().toString(),
  }))
  const rows = await tx.execute<Row>(sql`
    select s.id as stretch, v.id, to_char(v.local_start, 'YYYY-MM-DD"T"HH24:MI') as start, c.name as household,
      m.name as consultant
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
        as s(id uuid, member uuid, "from" timestamptz, until timestamptz)
      join app.visit v on v.practice_id = ${viewer.practiceId} and v.during && tstzrange(s."from", s.until)
        and (s.member is null or v.consultant_id = s.member) and v.status in ('booked', 'confirmed')
        and upper(v.during) > ${now.toString()}::timestamptz
      join app.client c on c.practice_id = v.practice_id and c.id = v.client_id
      join app.member m on m.practice_id = v.practice_id and m.id = v.consultant_id
    order by v.local_start, v.id`)
  for (const { stretch, start, ...rest } of rows) {
    const list = booked.get(stretch) ?? []
    list.push({ ...rest, localStart: Temporal.PlainDateTime.from(start) })
    booked.set(stretch, list)
  }
  return booked
}
