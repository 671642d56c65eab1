import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, erasure, member, practice } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type {
  AskErasure,
  ConfirmErasure,
  ErasureAsked,
  OwnErasure,
  RefuseErasure,
} from '@/lib/domain/erasure/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { writeNews } from '@/lib/mail/news'
import { keepInLedger } from '@/lib/storage/erasure-ledger'
import { forgetFiles } from '@/lib/storage/storage'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { mainPersonOf } from './people'

/** A household sees what it asked itself, those who work here see all that is asked; links see none. */
const visibleErasures = (viewer: Viewer) =>
  and(
    eq(erasure.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(erasure.clientId, viewer.clientId) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )

/** The one who asks for everybody: the main person, or anybody where no main person signs in. */
const mayAsk = (viewer: GuardianViewer) => sql<boolean>`coalesce((select c.is_main or not exists (
    select 1 from app.contact m where m.practice_id = c.practice_id and m.client_id = c.client_id
      and m.is_main and m.user_id is not null and m.removed_at is null)
  from app.contact c where c.practice_id = ${viewer.practiceId} and c.id = ${viewer.contactId}), false)`

/** What the viewer's household asked last, and whether this person may ask. For guardians only. */
export function ownErasureOf(viewer: Viewer, clientId: string): Promise<OwnErasure> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian' || viewer.clientId !== idFrom(clientId)) throw new NotFound()
    const [home] = await tx
      .select({
        household: client.name,
        practice: { name: practice.name, phone: practice.phone, email: practice.email },
        mayAsk: mayAsk(viewer),
        mainPerson: sql<string>`coalesce(${mainPersonOf(sql`client.practice_id`, sql`client.id`)}, '')`,
      })
      .from(client)
      .innerJoin(practice, eq(practice.id, client.practiceId))
      .where(and(eq(client.practiceId, viewer.practiceId), eq(client.id, viewer.clientId)))
    const [latest] = await tx
      .select({ id: erasure.id, state: erasure.state, askedAt: erasure.askedAt, answer: erasure.answer })
      .from(erasure)
      .where(visibleErasures(viewer))
      .orderBy(desc(erasure.askedAt))
      .limit(1)
    return { ...found(home), latest: latest ?? null }
  })
}

/** The main person asks that all of the household be erased; asking twice is asking once. */
export function askErasure(
  viewer: GuardianViewer,
  { clientId }: AskErasure,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (viewer.clientId !== idFrom(clientId)) throw new NotFound()
    const [person] = await tx
      .select({ may: mayAsk(viewer) })
      .from(contact)
      .where(and(eq(contact.practiceId, viewer.practiceId), eq(contact.id, viewer.contactId)))
    if (!found(person).may) return refused('errors.notAllowed')
    const { practiceId, contactId: askedBy } = viewer
    const [made] = await tx
      .insert(erasure)
      .values({ practiceId, clientId, askedBy, askedAt: now })
      .onConflictDoNothing()
      .returning({ id: erasure.id })
    if (made) {
      await audit(tx, viewer, 'ask', 'erasure', made.id)
      await writeNews(tx, {
        ...{ practiceId, kind: 'erasure_asked', key: `erasure:${clientId}:${made.id}`, dueAt: now },
        told: { members: sql`${member.role} = 'owner'` },
        about: { clientId },
      })
    }
    return done()
  })
}

/** Takes the wish back, for as long as nobody answered it. */
export function withdrawErasure(
  viewer: GuardianViewer,
  { id }: { id: string },
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const asked = await lockAsked(tx, viewer, id)
    await tx
      .update(erasure)
      .set({ state: 'withdrawn', answeredAt: now })
      .where(and(visibleErasures(viewer), eq(erasure.id, asked.id)))
    await audit(tx, viewer, 'withdraw', 'erasure', asked.id)
    return done()
  })
}

/** The wish of a household that waits or was carried out. For members; null where there is none. */
export function erasureOf(
  viewer: Viewer,
  clientId: string,
  now: Temporal.Instant,
): Promise<ErasureAsked | null> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member') throw new NotFound()
    const [row] = await tx
      .select({
        id: erasure.id,
        state: erasure.state,
        askedAt: erasure.askedAt,
        askedBy: sql<string>`coalesce((select c.name from app.contact c
          where c.practice_id = ${erasure.practiceId} and c.id = ${erasure.askedBy}), '')`,
        visitsAhead: visitsAhead(now),
      })
      .from(erasure)
      .where(
        and(
          visibleErasures(viewer),
          eq(erasure.clientId, idFrom(clientId)),
          inArray(erasure.state, ['asked', 'done']),
        ),
      )
    return row ?? null
  })
}

const visitsAhead = (now: Temporal.Instant) => sql<number>`(select count(*)::int from app.visit v
  where v.practice_id = ${erasure.practiceId} and v.client_id = ${erasure.clientId}
    and v.status in ('booked', 'confirmed', 'arrived') and upper(v.during) > ${now.toString()}::timestamptz)`

/** Says no, with a reason that the household reads. Refuses who does not run the practice. */
export function refuseErasure(
  viewer: MemberViewer,
  { id, reason }: RefuseErasure,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const asked = await lockAsked(tx, viewer, id)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    await tx
      .update(erasure)
      .set({ state: 'refused', answer: reason, answeredBy: viewer.memberId, answeredAt: now })
      .where(and(visibleErasures(viewer), eq(erasure.id, asked.id)))
    await audit(tx, viewer, 'refuse', 'erasure', asked.id)
    return done()
  })
}

/**
 * Erases a household that asks for it, for good. Refuses who does not run the practice, another name than the
 * household's, and while visits are booked. The rows go in one transaction; then the files, of which a process that is
 * killed leaves some for the nightly clearing; then the ledger beside the backups, which the next hour writes otherwise.
 */
export async function confirmErasure(
  viewer: MemberViewer,
  { id, name }: ConfirmErasure,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  const erased = await asViewer(viewer, async (tx) => {
    const asked = await lockAsked(tx, viewer, id)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    const [row] = await tx
      .select({
        clientId: client.id,
        household: client.name,
        ahead: visitsAhead(now),
        nth: sql<number>`(select count(*)::int + 1 from app.erasure e
          where e.practice_id = ${erasure.practiceId} and e.state = 'done')`,
      })
      .from(erasure)
      .innerJoin(client, and(eq(client.practiceId, erasure.practiceId), eq(client.id, erasure.clientId)))
      .where(and(visibleErasures(viewer), eq(erasure.id, asked.id)))
    const { clientId, household, ahead, nth } = found(row)
    if (ahead > 0) return refused('data.refusal.visitsAhead', { values: { count: ahead } })
    if (said(name) !== said(household))
      return refused('errors.checkFields', { fields: { name: 'data.refusal.otherName' } })
    await tx
      .update(erasure)
      .set({ answeredBy: viewer.memberId })
      .where(and(visibleErasures(viewer), eq(erasure.id, asked.id)))
    const month = dayOf(now, viewer.zone).toPlainYearMonth().toString()
    const pseudonym = text('data')('pseudonym', { month, nth })
    const files = await erase(tx, asked.id, pseudonym)
    await audit(tx, viewer, 'erase', 'client', clientId)
    const { practiceId } = viewer
    return done({ files, line: { practiceId, id: asked.id, clientId, pseudonym, at: now.toString() } })
  })
  if (!erased.ok) return erased
  await forgetFiles(erased.value.files)
  keepInLedger([erased.value.line])
  return done({ clientId: erased.value.line.clientId })
}

const said = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Erases by the one function that may; answers with the keys of the files. */
async function erase(tx: Tx, id: string, pseudonym: string): Promise<string[]> {
  const rows = await tx.execute<{ key: string }>(sql`select app.erase_household(${id}, ${pseudonym}) as key`)
  return rows.map(({ key }) => key)
}

async function lockAsked(tx: Tx, viewer: Viewer, id: string): Promise<{ id: string }> {
  const [row] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(visibleErasures(viewer), eq(erasure.id, idFrom(id)), eq(erasure.state, 'asked')))
    .for('update')
  return found(row)
}
