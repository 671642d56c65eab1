import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, fitRecord, measure, member, safetyRecord } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { gramsOf, millimetresOf } from '@/lib/domain/animal/measures'
import { fitHolds, type FitCheck } from '@/lib/domain/fit/fit'
import type { FitRow } from '@/lib/domain/fit/row'
import type { FitForm } from '@/lib/domain/fit/schema'
import { fitSaid, type SaidOfFit } from '@/lib/domain/note/as-if'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { dayFrom, dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { isPhotoOf } from './photo'

/** Fit records of the animals this viewer may see; a share link sees none. */
const visibleFits = (viewer: Viewer) =>
  and(
    eq(fitRecord.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(fitRecord.animalId, [...viewer.animalIds]) : undefined,
  )

/** The fit checks of an animal, the latest first, at most forty. Grams and millimetres. */
export function fitsOf(viewer: Viewer, animalId: string): Promise<FitRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: fitRecord.id,
        on: safetyRecord.passed,
        weightGrams: measure.weightGrams,
        girthMm: measure.girthMm,
        neckMm: measure.neckMm,
        brand: fitRecord.brand,
        size: fitRecord.size,
        style: fitRecord.style,
        fitsNeck: fitRecord.fitsNeck,
        fitsGirth: fitRecord.fitsGirth,
        backOut: fitRecord.backOut,
        condition: fitRecord.condition,
        remark: fitRecord.remark,
        photoId: safetyRecord.photoId,
        by: sql<string>`coalesce(${member.name}, '')`,
        seenBy: safetyRecord.seenBy,
        recordId: safetyRecord.id,
        withdrawn: sql<boolean>`${safetyRecord.withdrawnAt} is not null`,
      })
      .from(fitRecord)
      .innerJoin(
        measure,
        and(eq(measure.practiceId, fitRecord.practiceId), eq(measure.id, fitRecord.measureId)),
      )
      .innerJoin(
        safetyRecord,
        and(eq(safetyRecord.practiceId, fitRecord.practiceId), eq(safetyRecord.fitId, fitRecord.id)),
      )
      .leftJoin(member, and(eq(member.practiceId, fitRecord.practiceId), eq(member.id, fitRecord.recordedBy)))
      .where(and(visibleFits(viewer), eq(fitRecord.animalId, idFrom(animalId))))
      .orderBy(desc(safetyRecord.passed), desc(safetyRecord.seq))
      .limit(40),
  )
}

/**
 * Writes down how a harness sat, with its measures in the units of the practice. Where every check passed it
 * holds the fit item of the safety list, with itself as the evidence; where one did not, it closes the gate
 * until a later check. Refuses a day ahead and a photo of another animal.
 */
export function recordFit(
  viewer: Viewer,
  input: FitForm,
  now: Temporal.Instant,
): Promise<Result<{ fitId: string; animalId: string; holds: boolean }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: animal.id, zone: client.zone })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(
        and(
          eq(animal.practiceId, viewer.practiceId),
          viewer.kind === 'member' ? undefined : sql`false`,
          eq(animal.id, idFrom(input.animalId)),
        ),
      )
    const { id: animalId, zone } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const today = dayOf(now, zone)
    const on = dayFrom(input.checkedOn) ?? today
    if (Temporal.PlainDate.compare(on, today) > 0)
      return refused('errors.checkFields', { fields: { checkedOn: 'errors.inTheFuture' } })
    if (input.photoId && !(await isPhotoOf(tx, viewer, input.photoId, animalId)))
      return refused('errors.checkFields', { fields: { photoId: 'photo.refusal.gone' } })
    const { weight, girth, neck, brand, size } = input
    const millimetres = (value: number | undefined) =>
      value === undefined ? null : millimetresOf(value, viewer.units)
    const [taken] = await tx
      .insert(measure)
      .values({
        ...{ practiceId: viewer.practiceId, animalId, takenOn: on, takenBy: viewer.memberId },
        weightGrams: weight === undefined ? null : gramsOf(weight, viewer.units),
        girthMm: millimetres(girth),
        neckMm: millimetres(neck),
        twoFingers: input.fitsNeck && input.fitsGirth,
        backOutTest: input.backOut,
        gear: [brand, size].filter(Boolean).join(', '),
        createdAt: now,
      })
      .returning({ id: measure.id })
    const fit = { ...input, animalId, measureId: found(taken).id, on, photoId: input.photoId ?? null }
    const fitId = await keepFit(tx, viewer, fit, now)
    return done({ fitId, animalId, holds: fitHolds(input) })
  })
}

type Fit = FitCheck &
  Pick<FitForm, 'brand' | 'size' | 'style' | 'remark' | 'seenBy'> & {
    animalId: string
    /** The measure that was taken with it. */
    measureId: string
    on: Temporal.PlainDate
    photoId: string | null
  }

/** The fit and what it means for the safety list, with the measure taken before. */
export async function keepFit(
  tx: Tx,
  viewer: MemberViewer,
  fit: Fit,
  now: Temporal.Instant,
): Promise<string> {
  const { animalId, measureId, brand, size, style, fitsNeck, fitsGirth, backOut, condition, remark } = fit
  const by = { practiceId: viewer.practiceId, animalId, recordedBy: viewer.memberId, createdAt: now }
  const [row] = await tx
    .insert(fitRecord)
    .values({ ...by, measureId, brand, size, style, fitsNeck, fitsGirth, backOut, condition, remark })
    .returning({ id: fitRecord.id })
  const fitId = found(row).id
  await tx.insert(safetyRecord).values({
    ...by,
    item: 'harness_fit',
    passed: fit.on,
    failed: !fitHolds(fit),
    evidence: [brand, size].filter(Boolean).join(', '),
    seenBy: fit.seenBy || viewer.name,
    photoId: fit.photoId,
    fitId,
  })
  await audit(tx, viewer, 'recordFit', 'fitRecord', fitId, { animalId, holds: fitHolds(fit) })
  return fitId
}

/** What a signed note says of the fit. What a fit check of the same day found is not said again. */
export async function keepFitOfNote(
  tx: Tx,
  viewer: MemberViewer,
  said: SaidOfFit & { animalId: string; on: Temporal.PlainDate; gear: string },
  now: Temporal.Instant,
): Promise<void> {
  const { animalId, on, gear } = said
  const fit = fitSaid(said)
  if (fit === null) return
  const failed = fit === 'failed'
  const sameDay = and(
    eq(safetyRecord.practiceId, viewer.practiceId),
    eq(safetyRecord.animalId, animalId),
    eq(safetyRecord.item, 'harness_fit'),
    eq(safetyRecord.passed, on),
    isNull(safetyRecord.withdrawnAt),
  )
  const [before] = await tx
    .select({ failed: safetyRecord.failed })
    .from(safetyRecord)
    .where(sameDay)
    .orderBy(desc(safetyRecord.seq))
    .limit(1)
  // A fit check of the day says the same and more.
  if (before && before.failed === failed) return
  await tx.insert(safetyRecord).values({
    ...{ practiceId: viewer.practiceId, animalId, item: 'harness_fit', passed: on, failed },
    ...{ evidence: gear, seenBy: viewer.name, recordedBy: viewer.memberId, createdAt: now },
  })
}
