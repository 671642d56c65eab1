import { and, isNull, ne, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { member, practice } from '@/db/schema'
import { mintMember, mintSystem } from '@/lib/auth/mint'
import { nudgeHomework } from '@/lib/data/homework-nudge'
import { remindOfVisits } from '@/lib/data/reminder'
import { mailOfMessages } from '@/lib/data/thread-mail'
import { writeWeeklyLetter } from '@/lib/data/weekly-letter'

/** The hours of Monday, on the practice's clock, in which the week's letters are written. Ours. */
const monday = { from: 7, until: 9 }

/** Writes, practice by practice, what is due of itself: reminders, nudges, that messages wait, and on Monday morning the week's letters. */
export async function writeLetters(now: Temporal.Instant): Promise<void> {
  const practices = await inTransaction({ purpose: 'upkeep' }, (tx) =>
    tx.select({ practiceId: practice.id, practiceName: practice.name, zone: practice.zone }).from(practice),
  )
  for (const its of practices) {
    const system = mintSystem({ ...its, job: 'letters', onBehalfOf: null })
    while ((await remindOfVisits(system, now)) > 0);
    await nudgeHomework(system, now)
    await mailOfMessages(system, now)
    const clock = now.toZonedDateTimeISO(its.zone)
    if (clock.dayOfWeek === 1 && clock.hour >= monday.from && clock.hour < monday.until)
      await writeWeeklyLetters(its, now)
  }
}

type Its = { practiceId: string; practiceName: string; zone: string }

async function writeWeeklyLetters(its: Its, now: Temporal.Instant): Promise<void> {
  const { practiceId } = its
  const people = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({ memberId: member.id, userId: member.userId, name: member.name, role: member.role })
      .from(member)
      .where(
        and(
          eq(member.practiceId, practiceId),
          isNull(member.removedAt),
          ne(member.role, 'assistant'),
          eq(member.weeklyLetter, true),
        ),
      ),
  )
  for (const person of people)
    await writeWeeklyLetter(mintMember({ ...its, ...person, units: 'metric', paper: 'a4' }), now)
}
