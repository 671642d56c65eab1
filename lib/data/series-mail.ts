import { and, eq, like, or, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, member, outbox, practice, visitSeries } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import { undoMinutes } from '@/lib/domain/visit/news'
import { seriesMail } from '@/lib/mail/messages'
import { enqueue, withdrawAll } from '@/lib/mail/outbox'
import { visitFile, type FiledVisit } from '@/lib/mail/visit-file'
import { userIdOf } from './as-viewer'
import { mainFirst, reachedByMail } from './people'

export type SeriesNews =
  { is: 'booked' } | { is: 'changed' } | { is: 'ended'; reason: string; ended: readonly string[] }

type Dated = Omit<FiledVisit, 'localStart' | 'address'> & {
  seriesId: string
  start: string
  standing: boolean
}

/**
 * One mail to the household about its visits that lie ahead, in the transaction that changed them, sent three minutes
 * later, with the dates as a file for its calendar. Where what was booked has not been told yet, that is told as it came to stand instead.
 */
export async function tellOfSeries(
  tx: Tx,
  viewer: Viewer,
  seriesId: string,
  news: SeriesNews,
  now: Temporal.Instant,
): Promise<void> {
  const { practiceId } = viewer
  const row = await factsOf(tx, viewer, seriesId, now)
  if (!row?.to) return
  const { to, contactId, follows, visits, version, home, ...facts } = row
  const untold = await withdrawn(tx, viewer, [seriesId, ...(follows === null ? [] : [follows])])
  const told: SeriesNews = untold ? { is: 'booked' } : news
  const listed = visits.filter(({ id, seriesId: its, standing }) =>
    told.is === 'ended' ? told.ended.includes(id) : standing && (untold || its === seriesId),
  )
  if (listed.length === 0) return
  const filed = listed.map((visit) => ({
    ...visit,
    localStart: Temporal.PlainDateTime.from(visit.start),
    address: addressOf(home),
  }))
  const walls = filed.map(({ localStart }) => localStart)
  await enqueue(tx, {
    practiceId,
    kind: `series_${told.is}`,
    to,
    reader: { contactId },
    by: userIdOf(viewer),
    says: listed.map(({ id, start, standing }) =>
      standing ? { visitId: id, stands: true, start } : { visitId: id, stands: false },
    ),
    letter: () => seriesMail({ ...facts, walls }, told),
    attachment: () => visitFile(facts.practiceName, filed, told.is !== 'ended', now),
    dedupeKey: `${keyOf(seriesId)}${version}:${news.is}`,
    sendAfter: now.add({ minutes: undoMinutes }),
  })
}

const keyOf = (seriesId: string) => `series:${seriesId}:`

/** Takes back what waits to be said of series; whether their household does not know of them at all yet. */
const withdrawn = (tx: Tx, { practiceId }: Viewer, ids: readonly string[]): Promise<boolean> =>
  withdrawAll(
    tx,
    practiceId,
    and(eq(outbox.kind, 'series_booked'), or(...ids.map((id) => like(outbox.dedupeKey, `${keyOf(id)}%`)))),
  )

/** Who is told, and every visit ahead of the series and of those it follows. */
async function factsOf(tx: Tx, viewer: Viewer, seriesId: string, now: Temporal.Instant) {
  const ahead = sql`from app.visit v where v.practice_id = visit_series.practice_id
    and upper(v.during) > ${now.toString()}::timestamptz and v.series_id in (
      with recursive chain (id, follows) as (
        select s.id, s.follows from app.visit_series s
          where s.practice_id = ${viewer.practiceId} and s.id = ${seriesId}
        union all select s.id, s.follows from app.visit_series s join chain c on s.id = c.follows
          where s.practice_id = ${viewer.practiceId})
      select id from chain)`
  const [row] = await tx
    .select({
      to: contact.email,
      contactId: contact.id,
      name: contact.name,
      practiceName: practice.name,
      consultant: member.name,
      follows: visitSeries.follows,
      zone: sql<string>`(select v.zone ${ahead} limit 1)`,
      version: sql<number>`(select sum(v.version)::int ${ahead})`,
      home: { street: client.street, town: client.town },
      visits: sql<Dated[]>`(select coalesce(json_agg(json_build_object('id', v.id, 'seriesId', v.series_id,
        'version', v.version, 'start', v.local_start, 'zone', v.zone, 'minutes', v.minutes, 'place', v.place,
        'consultant', (select m.name from app.member m where m.practice_id = v.practice_id and m.id = v.consultant_id),
        'animals', (select coalesce(json_agg(a.name order by a.created_at, a.id), '[]')
          from app.visit_animal va join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
          where va.practice_id = v.practice_id and va.visit_id = v.id),
        'standing', v.status in ('booked', 'confirmed')) order by v.local_start), '[]')
        ${ahead})`,
    })
    .from(visitSeries)
    .innerJoin(practice, eq(practice.id, visitSeries.practiceId))
    .innerJoin(
      client,
      and(eq(client.practiceId, visitSeries.practiceId), eq(client.id, visitSeries.clientId)),
    )
    .innerJoin(
      member,
      and(eq(member.practiceId, visitSeries.practiceId), eq(member.id, visitSeries.consultantId)),
    )
    .innerJoin(
      contact,
      and(
        eq(contact.practiceId, visitSeries.practiceId),
        eq(contact.clientId, visitSeries.clientId),
        reachedByMail,
      ),
    )
    .where(and(eq(visitSeries.practiceId, viewer.practiceId), eq(visitSeries.id, seriesId)))
    .orderBy(...mainFirst)
    .limit(1)
  return row
}
