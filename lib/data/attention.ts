import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import { signsBySpecies } from '@/lib/domain/observation/vocabulary'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { attentionFor, byUrgency, redAttentionDays, silentAfterDays } from '@/lib/domain/visit/attention'
import type { Candidate, NeedsYou } from '@/lib/domain/visit/pages'

const panicSigns = Object.values(signsBySpecies).flatMap((levels) => [...levels[4]])

/** A consultant's animals are those visited in the last eight weeks or booked. Ours. */
const rosterDays = 56
const most = 30

/**
 * Animals of a consultant that may need a person: a cheap look for what could be the case, so that only these
 * are assessed. One statement; the domain decides afterwards.
 */
export async function attentionCandidates(
  tx: Tx,
  viewer: Viewer,
  consultantId: string,
  today: Temporal.PlainDate,
): Promise<Candidate[]> {
  const rows = await tx.execute<Candidate>(sql`
    with roster as (
      select distinct va.animal_id from app.visit v
      join app.visit_animal va on va.practice_id = v.practice_id and va.visit_id = v.id
      where v.practice_id = ${viewer.practiceId} and v.consultant_id = ${consultantId} and v.status <> 'cancelled'
        and v.local_start > ${today.subtract({ days: rosterDays }).toString()}::timestamp)
    select a.id, a.name, a.species, a.coat, c.id as "clientId", c.name as household,
      began.day::text as "planStartedOn"
    from roster
    join app.animal a on a.practice_id = ${viewer.practiceId} and a.id = roster.animal_id and a.archived_at is null
    join app.client c on c.practice_id = a.practice_id and c.id = a.client_id and c.archived_at is null
    join app.plan p on p.practice_id = a.practice_id and p.animal_id = a.id and p.ended_at is null
    cross join lateral (select coalesce(min(e.entered_on), p.created_at::date) as day from app.stage_entry e
      where e.practice_id = p.practice_id and e.animal_id = p.animal_id and e.plan_id = p.id) began
    left join lateral (select s.day from app.session s where s.practice_id = a.practice_id and s.animal_id = a.id
      and s.voided_at is null order by s.day desc limit 1) last on true
    left join lateral (select x.recommendation, x.why from app.assessment x where x.practice_id = a.practice_id
      and x.animal_id = a.id and x.plan_id = p.id order by x.computed_at desc limit 1) said on true
    cross join lateral (select
      exists (select 1 from app.vet_flag f where f.practice_id = a.practice_id and f.animal_id = a.id
        and f.closed_at is null) as vet,
      exists (select 1 from app.session s where s.practice_id = a.practice_id and s.animal_id = a.id
        and s.voided_at is null and s.day >= ${today.subtract({ days: redAttentionDays }).toString()}::date
        and (s.stress >= 3 or s.events <> '{}' or s.signs && ${textArray(panicSigns)})) as rough,
      coalesce(last.day, began.day) <= ${today.subtract({ days: silentAfterDays }).toString()}::date as silent,
      coalesce(said.recommendation = 'advance' or said.why in ('min_days', 'min_session_days', 'red_block'), false)
        as ready) maybe
    where maybe.vet or maybe.rough or maybe.silent or maybe.ready
    order by maybe.vet desc, maybe.rough desc, maybe.ready desc, last.day nulls last, a.id
    limit ${most}`)
  return [...rows]
}

const textArray = (texts: readonly string[]) =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`

/** Who really needs a person, the most pressing first. */
export function needsOf(
  candidates: readonly Candidate[],
  standings: ReadonlyMap<string, AnimalStanding>,
  today: Temporal.PlainDate,
): NeedsYou[] {
  const since = (day: Temporal.PlainDate) => day.until(today, { largestUnit: 'days' }).days
  return candidates
    .flatMap((candidate) => {
      const standing = standings.get(candidate.id)
      const attention =
        standing &&
        attentionFor({
          openVet: standing.openVet.length > 0,
          redDaysAgo: standing.redFlagOn ? since(standing.redFlagOn) : null,
          ready: standing.recommendation === 'advance',
          silentDays: since(standing.lastSessionDay ?? Temporal.PlainDate.from(candidate.planStartedOn)),
          resting: standing.status !== 'active',
        })
      return attention ? [{ ...candidate, attention, standing }] : []
    })
    .toSorted((a, b) => byUrgency(a.attention, b.attention))
}
