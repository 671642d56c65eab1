import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal, client, safetyRecord } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { SafetyItemForm, WithdrawSafety } from '@/lib/domain/safety/forms'
import { safetyItems } from '@/lib/domain/safety/items'
import type { Safety, VetFlagRow } from '@/lib/domain/standing/overview'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
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
  species: Species
  coat: string
}

/** The safety list of one animal on a day, in one statement. */
export function safetyOf(viewer: Viewer, animalId: string, on: Temporal.PlainDate): Promise<AnimalSafety> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        animalId: animal.id,
        animalName: animal.name,
        species: animal.species,
        coat: animal.coat,
        ...safetyColumns,
      })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(animalId))))
    const { safetyRows, weightG, vetFlags, ...subject } = found(row)
    return { ...subject, ...safetyFrom({ safetyRows, weightG, vetFlags }, subject.species, on) }
  })
}

/**
 * Ticks one item: found to be so on a day (today where none is said). The vet's date is needed for vaccines,
 * the degrees for the temperature. Refuses a day ahead and an item of another species.
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
    const passedOn = input.passedOn ? Temporal.PlainDate.from(input.passedOn) : today
    const fields = refusedFields(input, species, passedOn, today)
    if (fields) return refused('errors.checkFields', { fields })
    const [record] = await tx
      .insert(safetyRecord)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        item: input.item,
        passed: passedOn,
        validUntil: input.validUntil ? Temporal.PlainDate.from(input.validUntil) : null,
        site: input.site,
        evidence: input.evidence.replace(/^(-?\d+),(\d+)$/, '$1.$2'),
        recordedBy: viewer.memberId,
        createdAt: now,
      })
      .returning({ id: safetyRecord.id })
    const { id } = found(record)
    await audit(tx, viewer, 'recordSafetyItem', 'safetyRecord', id, { animalId, item: input.item })
    return done({ recordId: id, animalId })
  })
}

/** Takes a tick back that was found to be wrong; it counts for nothing from now on. */
export function withdrawSafetyItem(
  viewer: Viewer,
  { recordId }: WithdrawSafety,
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
    await tx
      .update(safetyRecord)
      .set({ withdrawnAt: now })
      .where(and(visibleSafety(viewer), eq(safetyRecord.id, id), isNull(safetyRecord.withdrawnAt)))
    await audit(tx, viewer, 'withdrawSafetyItem', 'safetyRecord', id, { animalId })
    return done({ animalId })
  })
}

function refusedFields(
  input: SafetyItemForm,
  species: Species,
  passedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Record<string, string> | null {
  const item = safetyItems.find(({ key }) => key === input.item)
  if (!item?.species.includes(species)) return { item: 'errors.notAnOption' }
  if (Temporal.PlainDate.compare(passedOn, today) > 0) return { passedOn: 'errors.inTheFuture' }
  if (item.validity.kind === 'until_given' && !input.validUntil) return { validUntil: 'errors.required' }
  const degrees = Number(input.evidence.replace(',', '.'))
  if (input.item === 'temperature' && (input.evidence === '' || !Number.isFinite(degrees)))
    return { evidence: 'errors.notANumber' }
  return null
}
