import { createHash, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import {
  makeHousehold,
  makePlan,
  makeVisit,
  makeWorld,
  type Household,
  type World,
} from '@/db/factories/world'
import * as schema from '@/db/schema'
import { emptyBlock, emptyBody } from '@/lib/domain/note/schema'
import type { Target } from './cases'

const day = Temporal.PlainDate.from('2026-05-10')
const at = Temporal.Instant.from('2026-05-10T08:00:00Z')

/** A practice where every table has a row to leak: one household, a plan, a signed note and all around them. */
export async function makeTarget(): Promise<Target> {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const planId = await makePlan(world, household)
  const visitId = await makeVisit(world, household)
  const { practiceId, zone } = world
  const { memberId, userId, name } = world.consultant
  const { animalId, clientId } = household
  const here = { practiceId, animalId }
  const [noteId, changeId, requestId] = [randomUUID(), randomUUID(), randomUUID()]
  const [letterId, linkId] = [randomUUID(), randomUUID()]
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.visitChange).values({
      ...{ practiceId, id: changeId, visitId, version: 1 },
      ...{ verb: 'booked', changedAt: at },
    })
    await tx.insert(schema.visitRequest).values({
      ...{ practiceId, id: requestId, clientId, serviceId: world.serviceId, askedBy: household.contactId },
      ...{ animalIds: [animalId], words: 'Tuesdays after four', askedAt: at },
    })
    await tx.insert(schema.consent).values({
      ...{ practiceId, clientId, kind: 'photos', given: true },
      ...{ givenOn: day, givenBy: 'Lena Berger', recordedBy: memberId },
    })
    await tx.insert(schema.homeLook).values({ practiceId, contactId: household.contactId, seenAt: at })
    await tx.insert(schema.measure).values({ ...here, takenOn: day, weightGrams: 4200, takenBy: userId })
    await tx.insert(schema.session).values({
      ...{ ...here, planId, stageKey: 'C3', source: 'owner', recordedBy: userId, recordedByName: name },
      ...{ day, startedAt: at, zone, stress: 1, exercise: 'Harness on a chair' },
    })
    await tx.insert(schema.vetFlag).values({ ...here, sign: 'limp_or_pain' })
    await tx.insert(schema.homework).values({
      ...{ ...here, planId, stageKey: 'C3' },
      items: [
        { exercise: 'Harness on a chair', sentences: ['Leave it there.'], dose: '', good: '', stop: '' },
      ],
    })
    const [measured] = await tx
      .insert(schema.measure)
      .values({ ...here, takenOn: day, girthMm: 360, takenBy: userId })
      .returning({ id: schema.measure.id })
    const fitId = randomUUID()
    await tx.insert(schema.fitRecord).values({
      ...{ ...here, id: fitId, measureId: measured?.id ?? '', style: 'h', condition: 'good' },
      ...{ fitsNeck: true, fitsGirth: true, backOut: true, recordedBy: memberId },
    })
    const photoId = randomUUID()
    await tx.insert(schema.photo).values({
      ...{ ...here, id: photoId, storageKey: 'nowhere', sha256: '0'.repeat(64), addedBy: memberId },
      ...{ width: 8, height: 8, byteSize: 100 },
    })
    await tx
      .insert(schema.safetyRecord)
      .values({ ...here, item: 'harness_fit', passed: day, fitId, photoId, recordedBy: memberId })
    await tx.insert(schema.shareLink).values({
      ...{ ...here, label: 'The vet', createdBy: userId, createdByName: name, tokenPrefix: 'sl_x' },
      ...{ tokenHash: createHash('sha256').update(noteId).digest(), expiresAt: at.add({ hours: 24 * 80 }) },
      createdAt: at,
    })
    await tx.insert(schema.shareLink).values({
      ...{
        ...here,
        id: linkId,
        scope: 'letter',
        createdBy: userId,
        createdByName: name,
        tokenPrefix: 'sl_y',
      },
      ...{
        tokenHash: createHash('sha256').update(linkId).digest(),
        createdAt: at,
        expiresAt: at.add({ hours: 24 * 30 }),
      },
    })
    await tx.insert(schema.vetLetter).values({
      ...{ ...here, id: letterId, shareLinkId: linkId, writtenBy: memberId, writtenAt: at },
      content: {
        ...{ name: 'Moth', species: 'cat', coat: '', breed: '', sex: 'female', neutering: 'neutered' },
        ...{ bornOn: null, bornPrecision: 'unknown', visitDay: null, seen: 'Limps.', asked: '' },
        ...{ times: {}, weights: [], flags: [] },
      },
    })
    await tx.insert(schema.note).values({
      practiceId,
      id: noteId,
      visitId,
      authorId: memberId,
      body: { ...emptyBody, letter: 'Well done.' },
    })
    await tx
      .insert(schema.noteAnimal)
      .values({ ...here, noteId, block: { ...emptyBlock, seen: 'Sniffed it.' } })
    await tx.insert(schema.internalNote).values({ practiceId, noteId, body: 'The neighbour is loud.' })
    await tx
      .update(schema.note)
      .set({
        status: 'signed',
        signedAt: at,
        signedBy: memberId,
        signedZone: zone,
        contentHash: '0'.repeat(64),
      })
      .where(and(eq(schema.note.practiceId, practiceId), eq(schema.note.id, noteId)))
    await tx.insert(schema.amendment).values({
      ...{ practiceId, noteId, nth: 1, zone, body: 'It was the left paw.', reason: 'Mixed up' },
      ...{ amendedBy: memberId, hash: '0'.repeat(64) },
    })
  })
  await inTransaction({ practiceId, userId, role: 'consultant' }, (tx) =>
    tx.insert(schema.syncReceipt).values({
      ...{ practiceId, userId, key: randomUUID(), kind: 'save_draft', contentHash: '0'.repeat(64) },
      ...{
        answer: { state: 'differs' as const, version: 1, theirs: { internal: 'Loud.' } },
        madeAt: at,
        receivedAt: at,
      },
    }),
  )
  return {
    world,
    household,
    planId,
    visitId,
    changeId,
    requestId,
    letterId,
    ...(await makeWaiting(world, household, visitId)),
    scheduling: await makeScheduling(practiceId, memberId),
  }
}

/** A place on the waiting list, and a time of the visit that is offered to it. */
async function makeWaiting({ practiceId, serviceId, consultant }: World, home: Household, visitId: string) {
  const [waitingId, offerId] = [randomUUID(), randomUUID()]
  const { clientId, contactId: askedBy } = home
  const untilDay = Temporal.PlainDate.from('2026-06-30')
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx
      .insert(schema.waiting)
      .values({ practiceId, id: waitingId, clientId, serviceId, untilDay, askedBy, since: at })
    await tx.insert(schema.waitingOffer).values({
      ...{ practiceId, id: offerId, round: randomUUID(), place: 0, waitingId, clientId, freedBy: visitId },
      ...{ consultantId: consultant.memberId, startsAt: at.add({ hours: 900 }), answerMinutes: 60 },
      ...{ state: 'open', holdId: randomUUID(), until: at.add({ hours: 890 }), offeredAt: at },
      offeredBy: consultant.memberId,
    })
  })
  return { waitingId, offerId }
}

/** Hours, time off and a closing day of the practice. */
async function makeScheduling(practiceId: string, memberId: string): Promise<Target['scheduling']> {
  const ids = { exceptionId: randomUUID(), timeOffId: randomUUID(), closingId: randomUUID() }
  const off = Temporal.PlainDateTime.from('2026-06-01')
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.workingWeek).values({ practiceId, memberId, days: {}, homeLat: 47, homeLng: 15 })
    await tx.insert(schema.workingException).values({ practiceId, memberId, id: ids.exceptionId, day })
    await tx.insert(schema.timeOff).values({
      ...{ practiceId, memberId, id: ids.timeOffId, reason: 'Family' },
      ...{ localFrom: off, localUntil: off.add({ days: 2 }) },
    })
    await tx.insert(schema.closingDay).values({
      practiceId,
      id: ids.closingId,
      firstDay: off.toPlainDate(),
      lastDay: off.toPlainDate(),
      name: 'Fair',
    })
  })
  return ids
}
