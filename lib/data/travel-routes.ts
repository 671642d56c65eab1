import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice, routeTime, visit, workingWeek } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Place } from '@/lib/domain/scheduling/distance'
import { placeKey } from '@/lib/domain/scheduling/place-key'
import { placeOf } from '@/lib/domain/scheduling/travel'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { osrmUrl } from '@/lib/env'
import { mostPlaces, routeTable, type Way } from '@/lib/geo/osrm'
import { asViewer, idFrom } from './as-viewer'

/** Members and the practice's machinery plan drives; nobody else causes a question. */
const plansDrives = (viewer: Viewer) => viewer.kind === 'member' || viewer.kind === 'system'

/** Roads change: an answer older than this is asked for again, days. How far ahead homes matter, days. Both ours. */
const routesLast = 90
const ahead = 16

/**
 * Asks the route server once for the ways between a household and wherever the practice is in the next 16 days,
 * as far as they are not known, and keeps the answers. Called before times are looked for, outside of any
 * transaction; does nothing where no server is set, and gives up after a second and a half.
 */
export async function learnRoutes(viewer: Viewer, clientId: string, now: Temporal.Instant): Promise<void> {
  if (!osrmUrl() || !plansDrives(viewer)) return
  const { home, others } = await asViewer(viewer, (tx) => unknownWays(tx, viewer, clientId, now))
  if (!home || others.length === 0) return
  const [there] = (await routeTable([home], others, now)) ?? []
  const back = there && (await routeTable(others, [home], now))
  if (!there || !back) return
  const rows = others.flatMap((other, n) => [
    routeRow(viewer, home, other, there[n] ?? null, now),
    routeRow(viewer, other, home, back[n]?.[0] ?? null, now),
  ])
  await asViewer(viewer, (tx) =>
    tx
      .insert(routeTime)
      .values(rows)
      .onConflictDoUpdate({
        target: [routeTime.practiceId, routeTime.fromPlace, routeTime.toPlace],
        set: {
          minutes: sql`excluded.minutes`,
          kilometres: sql`excluded.kilometres`,
          askedAt: sql`excluded.asked_at`,
        },
      }),
  )
}

const routeRow = ({ practiceId }: Viewer, from: Place, to: Place, way: Way, askedAt: Temporal.Instant) => ({
  ...{ practiceId, fromPlace: placeKey(from), toPlace: placeKey(to), askedAt },
  ...{ minutes: way?.minutes ?? null, kilometres: way?.kilometres ?? null },
})

/** The household's place and up to 99 others whose way to it is not known or old, three statements. */
async function unknownWays(tx: Tx, viewer: Viewer, clientId: string, now: Temporal.Instant) {
  const { practiceId } = viewer
  const [row] = await tx
    .select({ lat: client.lat, lng: client.lng })
    .from(client)
    .where(
      and(eq(client.practiceId, practiceId), eq(client.id, idFrom(clientId)), eq(client.roughPlace, false)),
    )
  const home = placeOf(row)
  if (!home) return { home, others: [] }
  const soon = `[${now.toString()},${now.add({ hours: 24 * ahead }).toString()})`
  const places = await tx
    .selectDistinct({ lat: client.lat, lng: client.lng })
    .from(client)
    .innerJoin(visit, and(eq(visit.practiceId, client.practiceId), eq(visit.clientId, client.id)))
    .where(
      and(
        eq(client.practiceId, practiceId),
        isNotNull(client.lat),
        inArray(visit.status, [...holdingStatuses]),
        sql`${visit.during} && ${soon}::tstzrange`,
      ),
    )
    .unionAll(
      tx
        .select({ lat: practice.baseLat, lng: practice.baseLng })
        .from(practice)
        .where(eq(practice.id, practiceId)),
    )
    .unionAll(
      tx
        .select({ lat: workingWeek.homeLat, lng: workingWeek.homeLng })
        .from(workingWeek)
        .where(eq(workingWeek.practiceId, practiceId)),
    )
  const fresh = await tx
    .select({ to: routeTime.toPlace })
    .from(routeTime)
    .where(
      and(
        eq(routeTime.practiceId, practiceId),
        eq(routeTime.fromPlace, placeKey(home)),
        sql`${routeTime.askedAt} > ${now.subtract({ hours: 24 * routesLast }).toString()}::timestamptz`,
      ),
    )
  const known = new Set([placeKey(home), ...fresh.map(({ to }) => to)])
  const others = new Map(
    places.flatMap((place) => placeOf(place) ?? []).map((place) => [placeKey(place), place]),
  )
  for (const key of known) others.delete(key)
  return { home, others: [...others.values()].slice(0, mostPlaces - 1) }
}
