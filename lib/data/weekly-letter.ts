import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { member } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { choiceFrom } from '@/lib/domain/caseload/choice'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { reasonWords } from '@/lib/format/reason'
import { enqueue } from '@/lib/mail/outbox'
import { weeklyMail } from '@/lib/mail/reminder-messages'
import { stopPage } from '@/lib/mail/stop-link'
import { asViewer } from './as-viewer'
import { caseloadOf } from './caseload'

const ownRow = (viewer: MemberViewer) =>
  and(eq(member.practiceId, viewer.practiceId), eq(member.id, viewer.memberId))

/** Animals named in a letter; the rest is a number. Ours. */
const named = 8

/**
 * Writes the week's letter to whoever trains: the animals of their own roster that need a person. Nothing where none
 * does, where they want none, or where it was written already. Says whether it was.
 */
export function writeWeeklyLetter(viewer: MemberViewer, now: Temporal.Instant): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member' || !canTrain(viewer)) throw new NotFound()
    const [own] = await tx
      .select({ to: member.email, wanted: member.weeklyLetter })
      .from(member)
      .where(ownRow(viewer))
    if (!own?.wanted) return false
    const { cases } = await caseloadOf(viewer, choiceFrom({}), now)
    const needy = cases.filter(({ reasons }) => reasons.length > 0)
    if (needy.length === 0) return false
    const { practiceId, practiceName, name, zone, memberId } = viewer
    const reader = { memberId }
    const needs = needy.slice(0, named).map(({ name: animal, household, reasons, standing }) => ({
      who: `${animal} (${household})`,
      why: reasons.map((reason) => reasonWords(reason, standing, zone)).join('\n'),
    }))
    await enqueue(tx, {
      ...{ practiceId, kind: 'weekly', to: own.to, reader },
      letter: () =>
        weeklyMail(
          { practiceName, name, needs, more: needy.length - needs.length },
          stopPage({ practiceId, reader, kind: 'weekly' }),
        ),
      dedupeKey: `weekly:${memberId}:${dayOf(now, zone).toString()}`,
      sendAfter: now,
      sendUntil: now.add({ hours: 12 }),
    })
    return true
  })
}
