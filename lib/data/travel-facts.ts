import { and, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { drive, routeTime } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Place } from '@/lib/domain/scheduling/distance'
import { placeKey } from '@/lib/domain/scheduling/place-key'
import { placeOf } from '@/lib/domain/scheduling/travel'
import type { Matrix, MeasuredDrive, Spot } from '@/lib/domain/scheduling/travel-source'
import { osrmUrl } from '@/lib/env'

/** How ways were driven is the practice's own to know. */
const visibleDrives = (viewer: Viewer) =>
  and(
    eq(drive.practiceId, viewer.practiceId),
    viewer.kind === 'member' || viewer.kind === 'system' ? undefined : sql`false`,
  )

const visibleRoutes = (viewer: Viewer) =>
  and(
    eq(routeTime.practiceId, viewer.practiceId),
    viewer.kind === 'member' || viewer.kind === 'system' ? undefined : sql`false`,
  )

type Row = { consultantId: string; from: string; to: string; minutes: number; at: string }

/** The last five drives of each consultant over each way between these spots. Inside a transaction. */
export async function measuredDrives(
  tx: Tx,
  viewer: Viewer,
  consultantIds: readonly string[],
  spots: readonly Spot[],
): Promise<MeasuredDrive[]> {
  const homes = [...new Set(spots.map(({ id }) => id))].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (homes.length === 0 || consultantIds.length === 0) return []
  const list = (ids: readonly string[]) => sql`any(${`{${ids.join(',')}}`}::uuid[])`
  const rows = await tx.execute<Row>(sql`select consultant_id as "consultantId", came as "from",
      to_client_id as "to", minutes, to_char(arrived_at, 'YYYY-MM-DD"T"HH24:MI:SSOF') as at
    from (select ${drive.consultantId}, ${drive.toClientId}, ${drive.minutes}, ${drive.arrivedAt},
        case ${drive.fromPlace} when 'client' then ${drive.fromClientId}::text when 'office' then 'office'
          else 'home:' || ${drive.consultantId} end as came,
        row_number() over (partition by ${drive.consultantId}, ${drive.fromPlace}, ${drive.fromClientId},
          ${drive.toClientId} order by ${drive.arrivedAt} desc) as nth
      from ${drive}
      where ${visibleDrives(viewer)} and ${drive.consultantId} = ${list(consultantIds)}
        and ${drive.toClientId} = ${list(homes)}
        and (${drive.fromClientId} is null or ${drive.fromClientId} = ${list(homes)})) latest
    where nth <= 5`)
  return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.from(at) }))
}

export type Route = { minutes: number | null; kilometres: number | null }
type Routes = (from: Place, to: Place) => Route | undefined

/** What the route server once said of ways between these places; nothing where none is set. Inside a transaction. */
export async function knownRoutes(tx: Tx, viewer: Viewer, places: readonly Place[]): Promise<Routes> {
  const keys = osrmUrl() ? [...new Set(places.map(placeKey))] : []
  if (keys.length === 0) return () => undefined
  const rows = await tx
    .select({
      from: routeTime.fromPlace,
      to: routeTime.toPlace,
      minutes: routeTime.minutes,
      kilometres: routeTime.kilometres,
    })
    .from(routeTime)
    .where(and(visibleRoutes(viewer), inArray(routeTime.fromPlace, keys), inArray(routeTime.toPlace, keys)))
  const known = new Map(rows.map(({ from, to, ...route }) => [`${from} ${to}`, route]))
  return (from, to) => known.get(`${placeKey(from)} ${placeKey(to)}`)
}

/** The same, for spots that may be nowhere. */
export async function routeMatrix(tx: Tx, viewer: Viewer, spots: readonly Spot[]): Promise<Matrix> {
  const routes = await knownRoutes(
    tx,
    viewer,
    spots.flatMap(({ at }) => placeOf(at) ?? []),
  )
  return (from, to) => {
    const [a, b] = [placeOf(from.at), placeOf(to.at)]
    return (a && b && routes(a, b)?.minutes) ?? null
  }
}
