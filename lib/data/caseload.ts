import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { practice } from '@/db/schema'
import { canKeepClients, canSeeEveryCase, canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { casesOf } from '@/lib/domain/caseload/case'
import { choose, everyone, wordsOf, type Choice } from '@/lib/domain/caseload/choice'
import type { CaseloadPage } from '@/lib/domain/caseload/page'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found } from './as-viewer'
import { assessmentsOf } from './assessment'
import { mostPlans, rosterOf } from './roster'

/** The caseload is the practice's: for those who work here. */
const visiblePractice = (viewer: Viewer) =>
  and(eq(practice.id, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/**
 * Plans under way, who needs attention first, one page of what is chosen of them; four statements however many.
 * A consultant's own roster; the practice owner and assistants may ask for a colleague's or for everyone's, which
 * is what an assistant sees unasked. Every animal is assessed as on its own page: nothing stored, nothing cut.
 */
export function caseloadOf(viewer: Viewer, asked: Choice, now: Temporal.Instant): Promise<CaseloadPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const { trainers, withoutPlan, zone } = await frameOf(tx, viewer, asked.search)
    const today = dayOf(now, zone)
    const who = rosterFor(viewer, trainers, asked.who)
    const roster = await rosterOf(tx, viewer, who, today)
    const animals = roster.slice(0, mostPlans)
    const ids = animals.map(({ id }) => id)
    const cases = casesOf(animals, await assessmentsOf(viewer, ids, now))
    return {
      ...choose(cases, asked),
      all: cases.length,
      cut: roster.length > mostPlans,
      today,
      who,
      rosters: canSeeEveryCase(viewer) ? trainers : [],
      withoutPlan,
    }
  })
}

/** Whose roster: the one that was asked for where that is allowed, else one's own, else everyone's. */
function rosterFor(
  viewer: MemberViewer,
  trainers: readonly { id: string }[],
  asked: string | null,
): string | null {
  const own = canTrain(viewer) ? viewer.memberId : null
  if (!canSeeEveryCase(viewer)) return own
  if (asked === everyone) return null
  return trainers.find(({ id }) => id === asked)?.id ?? own
}

type Frame = Pick<CaseloadPage, 'withoutPlan'> & { zone: string; trainers: { id: string; name: string }[] }

/** How many animals without a plan are named before the list of all of them is offered. */
const named = 6

async function frameOf(tx: Tx, viewer: Viewer, search: string): Promise<Frame> {
  const without = sql`app.animal a
    join app.client c on c.practice_id = a.practice_id and c.id = a.client_id and c.archived_at is null
    where a.practice_id = practice.id and a.archived_at is null
      ${sql.join(
        wordsOf(search).map((word) => sql`and position(${word} in lower(a.name || ' ' || c.name)) > 0`),
        sql` `,
      )}
      and not exists (select 1 from app.plan p
        where p.practice_id = a.practice_id and p.animal_id = a.id and p.ended_at is null)`
  const [row] = await tx
    .select({
      zone: practice.zone,
      trainers: sql<Frame['trainers']>`(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name)
        order by m.name), '[]') from app.member m where m.practice_id = practice.id and m.removed_at is null
          and m.role <> 'assistant')`,
      withoutPlan: sql<Frame['withoutPlan']>`json_build_object('count', (select count(*) from ${without}),
        'animals', (select coalesce(json_agg(u), '[]') from (select a.id, a.name, c.name as household from ${without}
          order by lower(a.name), a.id limit ${named}) u))`,
    })
    .from(practice)
    .where(visiblePractice(viewer))
  return found(row)
}
