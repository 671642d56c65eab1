import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { searchPatterns } from '@/lib/domain/client/search'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { asViewer, idFrom } from './as-viewer'
import { mainPersonOf } from './people'

/** The list of households is for those who work here. */
const listedClients = (viewer: Viewer) =>
  and(eq(client.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

export type ClientLine = {
  id: string
  name: string
  town: string
  archived: boolean
  animals: { id: string; name: string; species: Species; coat: string }[]
  mainPerson: string | null
  /** The day on the wall of the home. */
  nextVisit: Temporal.PlainDate | null
}

export type ClientPageOf = {
  clients: ClientLine[]
  /** Where the page before and the page after begin. */
  before: string | null
  after: string | null
}

export type ClientQuery = {
  search?: string | undefined
  archived?: boolean | undefined
  /** Id of the household the page starts behind, or ends before. */
  after?: string | undefined
  before?: string | undefined
}

const pageSize = 40

const animalsOfClient = sql<ClientLine['animals']>`(select coalesce(json_agg(json_build_object(
  'id', a.id, 'name', a.name, 'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]')
  from app.animal a where a.practice_id = client.practice_id and a.client_id = client.id
    and a.archived_at is null)`

/**
 * Households by name, 40 a page, in one statement however many there are. A search looks at household, address,
 * people (names, addresses, numbers) and animals. A page behind an unknown household is empty.
 */
export function listClients(
  viewer: Viewer,
  query: ClientQuery,
  now: Temporal.Instant,
): Promise<ClientPageOf> {
  return asViewer(viewer, async (tx) => {
    const patterns = searchPatterns(query.search ?? '')
    const from = query.before ?? query.after
    const place = from === undefined ? undefined : idFrom(from)
    const backwards = query.before !== undefined
    const found = await tx
      .select({
        id: client.id,
        name: client.name,
        town: client.town,
        archived: sql<boolean>`client.archived_at is not null`,
        animals: animalsOfClient,
        mainPerson: mainPersonOf(sql`client.practice_id`, sql`client.id`),
        nextVisit: sql<string | null>`(select min(v.local_start)::date::text from app.visit v
          where v.practice_id = client.practice_id and v.client_id = client.id
            and v.status in ('booked', 'confirmed', 'arrived') and upper(v.during) > ${now.toString()})`,
      })
      .from(client)
      .where(
        and(
          listedClients(viewer),
          query.archived ? isNotNull(client.archivedAt) : isNull(client.archivedAt),
          patterns.length > 0
            ? sql`client.id in (select app.clients_like(${textArray(patterns)}))`
            : undefined,
          place === undefined
            ? undefined
            : sql`(lower(client.name), client.id) ${backwards ? sql`<` : sql`>`} (select lower(c.name), c.id
                from app.client c where c.practice_id = ${viewer.practiceId} and c.id = ${place})`,
        ),
      )
      .orderBy(
        backwards ? desc(sql`lower(client.name)`) : asc(sql`lower(client.name)`),
        backwards ? desc(client.id) : asc(client.id),
      )
      .limit(pageSize + 1)
    const more = found.length > pageSize
    const rows = found.slice(0, pageSize)
    if (backwards) rows.reverse()
    const clients = rows.map((row) => ({
      ...row,
      nextVisit: row.nextVisit === null ? null : Temporal.PlainDate.from(row.nextVisit),
    }))
    const hasBefore = backwards ? more : place !== undefined && clients.length > 0
    const hasAfter = backwards ? clients.length > 0 : more
    return {
      clients,
      before: hasBefore ? (clients[0]?.id ?? null) : null,
      after: hasAfter ? (clients.at(-1)?.id ?? null) : null,
    }
  })
}

const textArray = (texts: string[]) =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`
