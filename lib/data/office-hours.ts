import { eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { practice } from '@/db/schema'
import { practiceFor } from '@/lib/auth/on-behalf'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { daysAhead, officeAt, type Office } from '@/lib/domain/thread/office'
import { asViewer, found } from './as-viewer'
import { closingsBetween, daysOfClosing, personFacts, workingOf, type Person } from './scheduling-context'

/**
 * Whether somebody of the practice is at work, as a household is told: until when, or from when on, and never whose
 * hours these are. One statement, in a transaction of its own. For guardians.
 */
export async function officeHoursFor(viewer: GuardianViewer, now: Temporal.Instant): Promise<Office> {
  if (viewer.kind !== 'guardian') throw new NotFound()
  const system = practiceFor(viewer)
  const [first, last] = [now.subtract({ hours: 36 }), now.add({ hours: 24 * (daysAhead + 2) })].map(String)
  return asViewer(system, async (tx) => {
    const [row] = await tx
      .select({
        zone: practice.zone,
        dayStart: practice.dayStart,
        dayEnd: practice.dayEnd,
        people: sql<
          Person[]
        >`(select coalesce(json_agg(${personFacts(first ?? '', last ?? '')}), '[]') from app.member m
          left join app.working_week w on w.practice_id = m.practice_id and w.member_id = m.id
          where m.practice_id = practice.id and m.removed_at is null and m.role <> 'assistant')`,
        closings: closingsBetween(first ?? '', last ?? ''),
      })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    const { people, closings, zone, ...hours } = found(row)
    const working = people.map((person) => workingOf(person, hours))
    return officeAt(working, closings.flatMap(daysOfClosing), zone, now)
  })
}
