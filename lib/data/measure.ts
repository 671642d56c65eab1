import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal, measure } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { gramsOf, millimetresOf } from '@/lib/domain/animal/measures'
import type { NewMeasure } from '@/lib/domain/animal/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Measures belong to the practice and to the animal's owner; a share link shows none. */
const visibleMeasures = (viewer: Viewer) =>
  and(
    eq(measure.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? inArray(measure.animalId, [...viewer.animalIds]) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )

export type Measure = {
  id: string
  takenOn: Temporal.PlainDate
  weightGrams: number | null
  girthMm: number | null
  neckMm: number | null
  /** Neck to base of tail; rats. */
  lengthMm: number | null
  twoFingers: boolean | null
  backOutTest: boolean | null
  gear: string
}

/** The measures of an animal, the latest first, at most twenty. Grams and millimetres. */
export function measuresOf(viewer: Viewer, animalId: string): Promise<Measure[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: measure.id,
        takenOn: measure.takenOn,
        weightGrams: measure.weightGrams,
        girthMm: measure.girthMm,
        neckMm: measure.neckMm,
        lengthMm: measure.lengthMm,
        twoFingers: measure.twoFingers,
        backOutTest: measure.backOutTest,
        gear: measure.gear,
      })
      .from(measure)
      .where(and(visibleMeasures(viewer), eq(measure.animalId, idFrom(animalId))))
      .orderBy(desc(measure.takenOn), desc(measure.createdAt))
      .limit(20),
  )
}

/** Writes down measures of one day, given in the units of the practice. Refuses a day that lies ahead. */
export function recordMeasure(
  viewer: Viewer,
  input: NewMeasure,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({ id: animal.id })
      .from(animal)
      .where(and(eq(animal.practiceId, viewer.practiceId), eq(animal.id, idFrom(input.animalId))))
    const animalId = found(row).id
    const takenOn = Temporal.PlainDate.from(input.takenOn)
    if (Temporal.PlainDate.compare(takenOn, dayOf(now, viewer.zone)) > 0)
      return refused('errors.checkFields', { fields: { takenOn: 'inTheFuture' } })
    const { weight, girth, neck, length, gear } = input
    const millimetres = (value: number | undefined) =>
      value === undefined ? null : millimetresOf(value, viewer.units)
    const [made] = await tx
      .insert(measure)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        takenOn,
        weightGrams: weight === undefined ? null : gramsOf(weight, viewer.units),
        girthMm: millimetres(girth),
        neckMm: millimetres(neck),
        lengthMm: millimetres(length),
        gear,
        takenBy: viewer.memberId,
      })
      .returning({ id: measure.id })
    await audit(tx, viewer, 'record', 'measure', found(made).id, { animalId })
    return done({ animalId })
  })
}
