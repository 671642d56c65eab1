import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Temporal } from 'temporal-polyfill'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import * as schema from '@/db/schema'
import { addPhoto } from '@/lib/data/photo'
import { makeSignedNote } from './signed-note'
import { makeHousehold, type Household, type World } from './world'

/** One word for each thing that is known of a household, so that whoever reads a page finds out what is on it. */
export const marks = {
  street: 'Markstreet',
  town: 'Marktown',
  doorCode: 'markdoorcode',
  clientNotes: 'markclientnotes',
  personPhone: '0316555777',
  household: 'Markhousehold',
  chip: '040098100777777',
  vetName: 'Markvet',
  animalNotes: 'markanimalnotes',
  breed: 'Markbreed',
  task: 'Marktask on the chair',
  stop: 'markstopsign',
  goal: 'markgoal',
  reason: 'markreason',
  sessionNote: 'marksessionnote',
  recordedBy: 'Markwriter',
  seen: 'Markfinding of the last visit',
  asked: 'Markquestion to the vet',
  letter: 'markletter',
  internal: 'markinternal',
  flagNote: 'markflagnote',
  /** As pages say them: a flag's sign, a weight, the stage of the way, a win. */
  flag: 'Limp or pain',
  weight: '4.21',
  stage: 'Buckle and wear',
} as const
export type Mark = keyof typeof marks

/** A household of which everything is known, with an unsigned picture, a signed one and the evidence of its home. */
export async function makeMarkedHousehold(
  world: World,
  now: Temporal.Instant,
): Promise<Household & { photos: { ofVisit: string; evidence: string; hidden: string } }> {
  const home = await makeHousehold(world, { name: marks.household })
  const { practiceId, zone, consultant } = world
  const { animalId, clientId, contactId } = home
  const here = { practiceId, animalId }
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const task = { exercise: marks.task, sentences: [`${marks.task}.`], dose: '', good: '', stop: marks.stop }
  const { visitId, planId } = await makeSignedNote(world, home, {
    ...{ stageKey: 'C3', letter: marks.letter, seen: marks.seen, vetReferral: marks.asked, homework: [task] },
  })
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx
      .update(schema.client)
      .set({ street: marks.street, town: marks.town, accessNotes: marks.doorCode, notes: marks.clientNotes })
      .where(eq(schema.client.id, clientId))
    await tx.update(schema.contact).set({ phone: marks.personPhone }).where(eq(schema.contact.id, contactId))
    await tx
      .update(schema.animal)
      .set({
        ...{ microchip: marks.chip, vetName: marks.vetName, vetPhone: '0316 555 222' },
        ...{ notes: marks.animalNotes, breed: marks.breed },
      })
      .where(eq(schema.animal.id, animalId))
    await tx.update(schema.plan).set({ goal: marks.goal }).where(eq(schema.plan.id, planId))
    await tx.insert(schema.stageEntry).values({
      ...{
        ...here,
        planId,
        kind: 'pause',
        stageKey: 'C3',
        fromStageKey: 'C3',
        enteredOn: today.subtract({ days: 9 }),
      },
      ...{ pauseUntil: today.subtract({ days: 7 }), reason: marks.reason, protocolId: world.protocols.cat },
      decidedBy: consultant.memberId,
    })
    await tx.insert(schema.session).values({
      ...{
        ...here,
        planId,
        stageKey: 'C3',
        source: 'owner',
        recordedBy: home.contactId,
        recordedByName: marks.recordedBy,
      },
      ...{ day: today.subtract({ days: 1 }), startedAt: now.subtract({ hours: 24 }), zone, stress: 0 },
      ...{ durationSec: 300, choice: 'came', food: 'quick', note: marks.sessionNote, exercise: marks.task },
    })
    const consent = { practiceId, clientId, givenOn: today, givenBy: 'Lena', recordedBy: consultant.memberId }
    await tx.insert(schema.consent).values([
      { ...consent, kind: 'photos', given: true },
      { ...consent, kind: 'vet_sharing', given: true },
    ])
    await tx
      .insert(schema.measure)
      .values({ ...here, takenOn: today, weightGrams: 4210, takenBy: consultant.userId })
  })
  const picture = async (place: { visitId?: string; shown?: boolean }) => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884' } })
      .png()
      .toBuffer()
    const kept = await addPhoto(consultant, { id: randomUUID(), animalId, bytes, ...place }, now)
    if (!kept.ok) throw new Error(kept.reason)
    return kept.value.photoId
  }
  const photos = {
    ofVisit: await picture({ visitId }),
    evidence: await picture({}),
    hidden: await picture({ visitId, shown: false }),
  }
  return { ...home, photos }
}

/** Something for the vet to see first: from then on the animal rests. */
export const openMarkedFlag = ({ practiceId }: World, { animalId }: Household) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(schema.vetFlag)
      .values({ practiceId, animalId, sign: 'limp_or_pain', openedNote: marks.flagNote }),
  )
