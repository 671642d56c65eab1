import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, contact, mailChoice, practice } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { inReadersWords } from '@/lib/format/programme-words'
import { enqueue, type Mail } from '@/lib/mail/outbox'
import { homeworkMail } from '@/lib/mail/reminder-messages'
import { stopPage } from '@/lib/mail/stop-link'
import { asViewer } from './as-viewer'
import { reachedByMail } from './people'

/** People who asked for a nudge: the practice's own machinery gives it, and nobody else. */
const visibleChoices = (viewer: Viewer) =>
  and(eq(mailChoice.practiceId, viewer.practiceId), viewer.kind === 'system' ? undefined : sql`false`)

type Exercise = { exercise: string }
type Trained = { name: string; lastDay: string | null; items: Exercise[] }

/**
 * Nudges whoever chose this hour at their home, about the animals with homework that nobody logged a session of today;
 * once a day, and not two hours later any more. A plan at rest or ended, or one whose household's training stopped for
 * a health sign, is left in peace. One statement; says how many.
 */
export function nudgeHomework(viewer: Viewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const { practiceId } = viewer
    const rows = await tx
      .select({
        contactId: contact.id,
        email: sql<string>`${contact.email}`,
        name: contact.name,
        hour: mailChoice.homeworkHour,
        zone: client.zone,
        practiceName: practice.name,
        animals: sql<Trained[]>`(select coalesce(json_agg(json_build_object('name', a.name, 'items', h.items,
            'lastDay', (select max(s.day) from app.session s where s.practice_id = a.practice_id
              and s.animal_id = a.id and s.voided_at is null)) order by a.created_at), '[]')
          from app.animal a
          join app.homework h on h.practice_id = a.practice_id and h.animal_id = a.id and h.replaced_at is null
          join app.plan p on p.practice_id = a.practice_id and p.animal_id = a.id and p.ended_at is null
          where a.practice_id = contact.practice_id and a.client_id = contact.client_id and a.archived_at is null
            and (select e.kind from app.stage_entry e where e.practice_id = p.practice_id and e.plan_id = p.id
              order by e.seq desc limit 1) is distinct from 'pause'
            and not exists (select 1 from app.vet_flag f where f.practice_id = a.practice_id
              and f.animal_id = a.id and f.closed_at is null))`,
      })
      .from(mailChoice)
      .innerJoin(
        contact,
        and(
          eq(contact.practiceId, mailChoice.practiceId),
          eq(contact.id, mailChoice.contactId),
          reachedByMail,
        ),
      )
      .innerJoin(
        client,
        and(
          eq(client.practiceId, contact.practiceId),
          eq(client.id, contact.clientId),
          isNull(client.archivedAt),
        ),
      )
      .innerJoin(practice, eq(practice.id, mailChoice.practiceId))
      .where(and(visibleChoices(viewer), isNotNull(mailChoice.homeworkHour)))
    const mails = rows.flatMap(({ contactId, email, hour, zone, animals, ...facts }): Mail[] => {
      const today = dayOf(now, zone)
      const clock = now.toZonedDateTimeISO(zone)
      const open = animals.filter(({ lastDay }) => lastDay !== today.toString())
      if (clock.hour !== hour || open.length === 0) return []
      const reader = { contactId }
      const stop = stopPage({ practiceId, reader, kind: 'homework' })
      const named = open.map(({ name, items }) => ({
        name,
        exercises: items.map(({ exercise }) => exercise),
      }))
      return [
        {
          ...{ practiceId, kind: 'homework', to: email, reader },
          letter: () => homeworkMail({ ...facts, animals: inReadersWords(named) }, stop),
          dedupeKey: `homework:${contactId}:${today.toString()}`,
          sendAfter: now,
          sendUntil: now.add({ hours: 2 }),
        },
      ]
    })
    await enqueue(tx, ...mails)
    return mails.length
  })
}
