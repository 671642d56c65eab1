import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, visit, visitAnimal } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { isUnborn } from '@/lib/domain/animal/birth'
import { animalFields } from '@/lib/domain/animal/form'
import type { AnimalChange, NewAnimal } from '@/lib/domain/animal/schema'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { animalRecord } from './animal'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { recordMeasure } from './measure'

/** Who works here changes what is written down about its animals, nobody else. */
const keptAnimals = (viewer: Viewer) =>
  and(eq(animal.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** A new animal of a household, with its first measures where some were taken. Refuses days that lie ahead. */
export function addAnimal(
  viewer: Viewer,
  input: NewAnimal,
  now: Temporal.Instant,
): Promise<Result<{ id: string; clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [home] = await tx
      .select({ id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, viewer.practiceId), eq(client.id, idFrom(input.clientId))))
    const clientId = found(home).id
    const early = refuseDaysAhead(viewer, input, now)
    if (early) return early
    const [made] = await tx
      .insert(animal)
      .values({ practiceId: viewer.practiceId, clientId, ...columnsOf(input) })
      .returning({ id: animal.id })
    const { id } = found(made)
    await audit(tx, viewer, 'add', 'animal', id)
    const { weight, girth, neck } = input
    if ((weight ?? girth ?? neck) !== undefined) {
      const takenOn = dayOf(now, viewer.zone).toString()
      await recordMeasure(viewer, { animalId: id, takenOn, weight, girth, neck, gear: '' }, now)
    }
    return done({ id, clientId })
  })
}

/** Changes what is written down about an animal. Refuses where somebody saved since the form was opened. */
export function saveAnimal(
  viewer: Viewer,
  input: AnimalChange,
  now: Temporal.Instant,
): Promise<Result<{ id: string; clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const id = await lockAnimal(tx, viewer, input.id)
    const standing = await animalRecord(viewer, id)
    const { clientId } = standing
    const sent = columnsOf(input)
    if (standing.version !== input.version) {
      const theirs = theirsOf(animalFields({ ...standing, ...sent }), animalFields(standing), inWords)
      if (Object.keys(theirs).length === 0) return done({ id, clientId })
      return refused('errors.conflict', { theirs, version: standing.version })
    }
    if (!canKeepClients(viewer)) throw new NotFound()
    const early = refuseDaysAhead(viewer, input, now)
    if (early) return early
    await tx
      .update(animal)
      .set({ ...sent, version: standing.version + 1 })
      .where(and(keptAnimals(viewer), eq(animal.id, id)))
    await audit(tx, viewer, 'change', 'animal', id)
    return done({ id, clientId })
  })
}

/** Puts an animal away: it leaves lists, plans and its owner's pages. Refuses while it is to be seen at a visit. */
export function archiveAnimal(viewer: Viewer, input: { id: string }, now: Temporal.Instant): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const id = await lockAnimal(tx, viewer, input.id)
    const [booked] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(visit)
      .innerJoin(
        visitAnimal,
        and(eq(visitAnimal.practiceId, visit.practiceId), eq(visitAnimal.visitId, visit.id)),
      )
      .where(
        and(
          eq(visit.practiceId, viewer.practiceId),
          eq(visitAnimal.animalId, id),
          sql`${visit.status} in ('booked', 'confirmed', 'arrived') and upper(${visit.during}) > ${now.toString()}`,
        ),
      )
    const count = booked?.count ?? 0
    if (count > 0) return refused('animal.refusal.visitsAhead', { values: { count } })
    await tx
      .update(animal)
      .set({ archivedAt: now })
      .where(and(keptAnimals(viewer), eq(animal.id, id)))
    await audit(tx, viewer, 'archive', 'animal', id)
    return done()
  })
}

export function restoreAnimal(viewer: Viewer, input: { id: string }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const id = await lockAnimal(tx, viewer, input.id)
    await tx
      .update(animal)
      .set({ archivedAt: null })
      .where(and(keptAnimals(viewer), eq(animal.id, id)))
    await audit(tx, viewer, 'restore', 'animal', id)
    return done()
  })
}

async function lockAnimal(tx: Tx, viewer: Viewer, id: string): Promise<string> {
  const [row] = await tx
    .select({ id: animal.id })
    .from(animal)
    .where(and(keptAnimals(viewer), eq(animal.id, idFrom(id))))
    .for('update')
  return found(row).id
}

type Intake = Omit<AnimalChange, 'id' | 'version'>

const columnsOf = (input: Intake) => ({
  name: input.name,
  species: input.species,
  bornOn: input.born.on,
  bornPrecision: input.born.precision,
  sex: input.sex ?? ('unknown' as const),
  neutering: input.neutering ?? ('unknown' as const),
  breed: input.breed,
  coat: input.coat,
  origin: input.origin ?? ('unknown' as const),
  acquiredOn: input.acquiredOn === undefined ? null : Temporal.PlainDate.from(input.acquiredOn),
  temperament: input.temperament,
  microchip: input.microchip,
  vetName: input.vetName,
  vetPhone: input.vetPhone,
  meals: input.meals,
  foodPreferences: input.foodPreferences,
  cueWords: input.cueWords,
  marks: input.marks,
  knownTriggers: input.knownTriggers,
  notes: input.notes,
  showScore: input.showScore,
})

function refuseDaysAhead(viewer: MemberViewer, input: Intake, now: Temporal.Instant): Refusal | null {
  const today = dayOf(now, viewer.zone)
  const fields: Record<string, string> = {}
  if (isUnborn(input.born, today)) fields.born = 'inTheFuture'
  if (input.acquiredOn !== undefined && input.acquiredOn > today.toString()) fields.acquiredOn = 'inTheFuture'
  return Object.keys(fields).length > 0 ? refused('errors.checkFields', { fields }) : null
}

/** A field's standing value as its form words it. */
function inWords(field: string, value: string): string {
  const t = text('animal')
  if (field === 'showScore') return t(value === '' ? 'no' : 'yes')
  if (value === '') return t('empty')
  const words = value.split(', ').map((word) => (t.has(`${field}.${word}`) ? t(`${field}.${word}`) : word))
  return words.join(', ')
}
