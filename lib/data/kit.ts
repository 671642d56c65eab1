import { and, eq, gte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { auditEvent, visit } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Kit, KitVisit } from '@/lib/domain/kit/kit'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf, spanOfDay } from '@/lib/domain/time/time'
import { asViewer, audit } from './as-viewer'
import { doorCard } from './door-card'
import { revealCode } from './door'
import { livePage } from './live-page'
import { noteForWriting } from './note'
import { newSessionFor } from './session-page'
import { snippetsOf } from './snippet'
import { visitPhotos } from './visit-photos'

/** A day takes nobody's whole practice along: those who go to the homes, and their own visits. */
const visitsToMake = (viewer: MemberViewer) =>
  and(
    eq(visit.practiceId, viewer.practiceId),
    eq(visit.consultantId, viewer.memberId),
    sql`${visit.status} in ('booked', 'confirmed', 'arrived', 'done')`,
  )

/** More homes than anybody drives to in a day. Ours. */
const mostVisits = 16

/**
 * The viewer's own visits of today as their pages show them, to be kept on a device: door, note, animals with their
 * plans and what was watched live, the words of the practice. A code only where the viewer had it shown today. Each
 * visit taken along stands in the audit. Built of the pages' own verbs, visit by visit, so that nobody takes along
 * what they could not open. NotFound for those who do not train.
 */
export function kitOf(viewer: Viewer, now: Temporal.Instant): Promise<Kit> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member' || !canTrain(viewer)) throw new NotFound()
    const day = dayOf(now, viewer.zone)
    const { from, until } = spanOfDay(day, viewer.zone)
    const its = sql`tstzrange(${from.toString()}::timestamptz, ${until.toString()}::timestamptz)`
    const rows = await tx
      .select({ id: visit.id })
      .from(visit)
      .where(and(visitsToMake(viewer), sql`lower(${visit.during}) <@ ${its}`))
      .orderBy(sql`lower(${visit.during})`)
      .limit(mostVisits)
    const ids = rows.map(({ id }) => id)
    const shown = await shownToday(tx, viewer, from)
    const visits: KitVisit[] = []
    for (const id of ids) visits.push(await taken(tx, viewer, id, shown.has(id), now))
    return {
      owner: { practiceId: viewer.practiceId, userId: viewer.userId },
      ...{ name: viewer.name, zone: viewer.zone, day, takenAt: now, visits },
      snippets: await snippetsOf(viewer),
    }
  })
}

async function taken(
  tx: Tx,
  viewer: MemberViewer,
  visitId: string,
  shown: boolean,
  now: Temporal.Instant,
): Promise<KitVisit> {
  await audit(tx, viewer, 'takeAlong', 'visit', visitId)
  const door = await doorCard(viewer, visitId, now)
  const revealed = shown ? await revealCode(viewer, { visitId }, now) : null
  const animals: KitVisit['animals'] = []
  for (const { id, worked } of door.animals)
    if (worked) animals.push(await newSessionFor(viewer, { animalId: id, visitId }, now))
  const [first] = animals
  const live = first ? await livePage(viewer, { visitId, animalId: first.animalId }, now) : null
  return {
    door,
    code: revealed?.ok && revealed.value.is === 'code' ? revealed.value.code : null,
    note: await ownNote(viewer, visitId),
    photos: await whomToTake(viewer, visitId),
    animals,
    watched: live?.animals ?? [],
  }
}

async function whomToTake(viewer: MemberViewer, visitId: string): Promise<KitVisit['photos']> {
  const { consent, animals } = await visitPhotos(viewer, visitId)
  return { consent, animals }
}

/** A draft is its author's alone, and a signed note is no longer written. */
async function ownNote(viewer: MemberViewer, visitId: string) {
  try {
    const its = await noteForWriting(viewer, visitId)
    return its.mayWrite && its.status === 'draft' ? its : null
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** Visits whose code this person had shown since then. */
async function shownToday(tx: Tx, viewer: MemberViewer, since: Temporal.Instant): Promise<Set<string>> {
  const shown = sql<string>`${auditEvent.detail}->>'visitId'`
  const rows = await tx
    .select({ visitId: shown })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.practiceId, viewer.practiceId),
        eq(auditEvent.userId, viewer.userId),
        eq(auditEvent.verb, 'reveal'),
        eq(auditEvent.noun, 'door'),
        gte(auditEvent.at, since),
      ),
    )
  return new Set(rows.map(({ visitId }) => visitId))
}
