import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Temporal } from 'temporal-polyfill'
import { animal, client, member, safetyRecord } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { allowsPhotos } from '@/lib/domain/client/consents'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { SafetyItemForm, WithdrawSafety } from '@/lib/domain/safety/forms'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import { degreesOf, refusedFields } from '@/lib/domain/safety/refused-fields'
import type { Safety, SafetyRow, VetFlagRow } from '@/lib/domain/standing/overview'
import { dayFrom, dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { isPhotoOf } from './photo'
import { safetyColumns, safetyFrom } from './safety-rows'

/** Safety records of the animals this viewer may see; a share link sees none. */
const visibleSafety = (viewer: Viewer) =>
  and(
    eq(safetyRecord.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(safetyRecord.animalId, [...viewer.animalIds]) : undefined,
  )
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(animal.id, [...viewer.animalIds]) : undefined,
  )

export type AnimalSafety = Safety & { vetFlags: VetFlagRow[] } & {
  animalId: string
  animalName: string
  clientId: string
  species: Species
  coat: string
  today: Temporal.PlainDate
  /** The latest known weight in grams. */
  weightG: number | null
  /** Whom to call; '' where nobody wrote it down. */
  practicePhone: string
  vet: string
  /** What the household agreed to. */
  photosAllowed: boolean
}

/** The safety list of one animal today, in the zone of its home, in one statement. */
export function safetyOf(viewer: Viewer, animalId: string, now: Temporal.Instant): Promise<AnimalSafety> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        animalId: animal.id,
        animalName: animal.name,
        clientId: animal.clientId,
        species: animal.species,
        coat: animal.coat,
        vetName: animal.vetName,
        vetPhone: animal.vetPhone,
        practicePhone: sql<string>`coalesce((select x.phone from app.practice x
          where x.id = ${animal.practiceId}), '')`,
        zone: client.zone,
        consents: sql<Parameters<typeof allowsPhotos>[0] | null>`(select json_agg(json_build_object(
            'kind', x.kind, 'given', x.given, 'givenOn', x.given_on) order by x.created_at, x.id)
          from app.consent x where x.practice_id = ${animal.practiceId} and x.client_id = ${animal.clientId})`,
        ...safetyColumns,
      })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(animalId))))
    const { zone, consents, vetName, vetPhone, ...read } = found(row)
    const { safetyRows, weightG, temperatureBlocks, vetFlags, ...subject } = read
    const today = dayOf(now, zone)
    return {
      ...subject,
      today,
      weightG,
      vet: [vetName, vetPhone].filter(Boolean).join(', '),
      photosAllowed: allowsPhotos(consents ?? []),
      ...safetyFrom({ safetyRows, weightG, temperatureBlocks, vetFlags }, subject.species, today),
    }
  })
}

/** Every look at one item of an animal's list, newest first, those taken back as well; at most 200. */
export function safetyHistory(viewer: Viewer, animalId: string, item: SafetyItemKey): Promise<SafetyRow[]> {
  return asViewer(viewer, async (tx) => {
    const withdrawer = alias(member, 'withdrawer')
    const rows = await tx
      .select({ record: safetyRecord, by: member.name, withdrawnBy: withdrawer.name })
      .from(safetyRecord)
      .leftJoin(
        member,
        and(eq(member.practiceId, safetyRecord.practiceId), eq(member.id, safetyRecord.recordedBy)),
      )
      .leftJoin(
        withdrawer,
        and(eq(withdrawer.practiceId, safetyRecord.practiceId), eq(withdrawer.id, safetyRecord.withdrawnBy)),
      )
      .where(
        and(visibleSafety(viewer), eq(safetyRecord.animalId, idFrom(animalId)), eq(safetyRecord.item, item)),
      )
      .orderBy(desc(safetyRecord.passed), desc(safetyRecord.seq))
      .limit(200)
    return rows.map(({ record, by, withdrawnBy }) => ({
      id: record.id,
      item: record.item,
      passedOn: record.passed,
      failed: record.failed,
      validUntil: record.validUntil,
      site: record.site,
      evidence: record.evidence,
      seenBy: record.seenBy,
      photoId: record.photoId,
      fitId: record.fitId,
      at: record.createdAt,
      by: by ?? '',
      withdrawn: record.withdrawnAt && {
        at: record.withdrawnAt,
        by: withdrawnBy ?? '',
        reason: record.withdrawReason ?? '',
      },
    }))
  })
}

/**
 * Writes down that an item was found to be so on a day (today where none is said), by whom it was seen, and
 * what it rests on. The vet's date is needed for vaccines, the degrees for the temperature. Refuses a day
 * ahead, an item of another species and a photo of another animal.
 */
export function recordSafetyItem(
  viewer: Viewer,
  input: SafetyItemForm,
  now: Temporal.Instant,
): Promise<Result<{ recordId: string; animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: animal.id, species: animal.species, zone: client.zone })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(input.animalId))))
    const { id: animalId, species, zone } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const today = dayOf(now, zone)
    const passedOn = dayFrom(input.passedOn) ?? today
    const fields = refusedFields(input, species, passedOn, today)
    if (fields) return refused('errors.checkFields', { fields })
    if (input.photoId && !(await isPhotoOf(tx, viewer, input.photoId, animalId)))
      return refused('errors.checkFields', { fields: { photoId: 'photo.refusal.gone' } })
    const isReading = input.item === 'temperature'
    const [record] = await tx
      .insert(safetyRecord)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        item: input.item,
        passed: passedOn,
        validUntil: dayFrom(input.validUntil),
        site: input.item === 'site_check' ? input.site : '',
        evidence: isReading ? String(degreesOf(input.evidence)) : input.evidence,
        seenBy: input.seenBy || viewer.name,
        photoId: input.photoId ?? null,
        recordedBy: viewer.memberId,
        createdAt: now,
      })
      .returning({ id: safetyRecord.id })
    const { id } = found(record)
    await audit(tx, viewer, 'recordSafetyItem', 'safetyRecord', id, { animalId, item: input.item })
    return done({ recordId: id, animalId })
  })
}

/**
 * Takes a record back that was found to be wrong, with the reason; it counts for nothing from now on and stays
 * readable. What was looked at before it counts again.
 */
export function withdrawSafetyItem(
  viewer: Viewer,
  { recordId, reason }: WithdrawSafety,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(recordId)
    const [row] = await tx
      .select({ animalId: safetyRecord.animalId })
      .from(safetyRecord)
      .where(and(visibleSafety(viewer), eq(safetyRecord.id, id)))
    const { animalId } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (reason.trim() === '') return refused('errors.checkFields', { fields: { reason: 'errors.required' } })
    const withdrawn = await tx
      .update(safetyRecord)
      .set({ withdrawnAt: now, withdrawnBy: viewer.memberId, withdrawReason: reason })
      .where(and(visibleSafety(viewer), eq(safetyRecord.id, id), isNull(safetyRecord.withdrawnAt)))
      .returning({ id: safetyRecord.id })
    if (withdrawn.length === 0) return refused('safety.alreadyWithdrawn')
    await audit(tx, viewer, 'withdrawSafetyItem', 'safetyRecord', id, { animalId })
    return done({ animalId })
  })
}
