import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { RosterAnimal } from '@/lib/domain/caseload/case'

/** Plans under way, for those who work here. */
const visiblePlans = (viewer: Viewer) =>
  sql`p.practice_id = ${viewer.practiceId} and p.ended_at is null and ${canKeepClients(viewer)}`

/** Whoever visited an animal in the last eight weeks, or is booked, has it on their roster. Ours. */
const rosterDays = 56
/** Plans that one list looks at; what lies beyond is said, never hidden. Ours. */
export const mostPlans = 1000

/**
 * The animals of a consultant's roster, or of everyone's, that have a running plan; archived ones and those of
 * archived households are left out. An animal that nobody visits for a while stays with whoever started its plan,
 * so that no plan falls off every list. One statement; one row more than `mostPlans` where there are more.
 */
export async function rosterOf(
  tx: Tx,
  viewer: Viewer,
  consultantId: string | null,
  today: Temporal.PlainDate,
): Promise<RosterAnimal[]> {
  const rows = await tx.execute<RosterAnimal>(sql`
    ${consultantId === null ? sql`` : sql`with roster as (${theirs(viewer, consultantId, today)})`}
    select a.id, a.name, a.species, a.coat, c.id as "clientId", c.name as household
    from app.plan p
    join app.animal a on a.practice_id = p.practice_id and a.id = p.animal_id and a.archived_at is null
    join app.client c on c.practice_id = a.practice_id and c.id = a.client_id and c.archived_at is null
    where ${visiblePlans(viewer)}
      ${consultantId === null ? sql`` : sql`and p.animal_id in (select animal_id from roster)`}
    order by p.created_at desc, p.id
    limit ${mostPlans + 1}`)
  return [...rows]
}

function theirs(viewer: Viewer, consultantId: string, today: Temporal.PlainDate) {
  const seen = sql`v.practice_id = ${viewer.practiceId} and v.status <> 'cancelled'
    and v.local_start > ${today.subtract({ days: rosterDays }).toString()}::timestamp`
  return sql`select va.animal_id from app.visit v
      join app.visit_animal va on va.practice_id = v.practice_id and va.visit_id = v.id
      where ${seen} and v.consultant_id = ${consultantId}
    union
    select p.animal_id from app.plan p
      where ${visiblePlans(viewer)} and p.started_by = ${consultantId} and not exists (
        select 1 from app.visit_animal va join app.visit v on v.practice_id = va.practice_id and v.id = va.visit_id
        where va.practice_id = p.practice_id and va.animal_id = p.animal_id and ${seen})`
}
