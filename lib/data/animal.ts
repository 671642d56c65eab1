import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, client } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { BirthPrecision, Neutering, Origin, Sex, Temperament } from '@/lib/domain/animal/intake'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer, found, idFrom } from './as-viewer'

/** A practice sees its animals, an animal owner their own, a share link the one it is for. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' || viewer.kind === 'share'
      ? inArray(animal.id, [...viewer.animalIds])
      : undefined,
    viewer.kind === 'guardian' ? eq(animal.clientId, viewer.clientId) : undefined,
  )

/** What a list or a heading says of an animal. */
export type AnimalLine = {
  id: string
  clientId: string
  name: string
  species: Species
  coat: string
  bornOn: Temporal.PlainDate | null
  bornPrecision: BirthPrecision
  sex: Sex
  neutering: Neutering
  breed: string
  /** The owner's page shows the score's number only where this is on. */
  showScore: boolean
  archivedAt: Temporal.Instant | null
}

const line = {
  id: animal.id,
  clientId: animal.clientId,
  name: animal.name,
  species: animal.species,
  coat: animal.coat,
  bornOn: animal.bornOn,
  bornPrecision: animal.bornPrecision,
  sex: animal.sex,
  neutering: animal.neutering,
  breed: animal.breed,
  showScore: animal.showScore,
  archivedAt: animal.archivedAt,
}

/** The animals of a household in the order they came, those archived last. */
export function animalLinesOf(viewer: Viewer, clientId: string): Promise<AnimalLine[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select(line)
      .from(animal)
      .where(and(visibleAnimals(viewer), eq(animal.clientId, idFrom(clientId))))
      .orderBy(sql`${animal.archivedAt} is not null`, asc(animal.createdAt), asc(animal.id)),
  )
}

/** One animal as anybody who may see it sees it; the household's name only where the viewer may know it. */
export function animalLine(viewer: Viewer, id: string): Promise<AnimalLine & { household: string | null }> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ ...line, household: client.name })
      .from(animal)
      .leftJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(id))))
    const seen = found(row)
    return viewer.kind === 'share' ? { ...seen, household: null } : seen
  })
}

export type AnimalRecord = AnimalLine & {
  household: string
  origin: Origin
  acquiredOn: Temporal.PlainDate | null
  temperament: Temperament[]
  microchip: string
  vetName: string
  vetPhone: string
  meals: string[]
  foodPreferences: string
  cueWords: string
  marks: string
  knownTriggers: string
  notes: string
  version: number
}

/** Everything written down about an animal at intake. For members. */
export function animalRecord(viewer: Viewer, id: string): Promise<AnimalRecord> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({
        ...line,
        household: client.name,
        origin: animal.origin,
        acquiredOn: animal.acquiredOn,
        temperament: animal.temperament,
        microchip: animal.microchip,
        vetName: animal.vetName,
        vetPhone: animal.vetPhone,
        meals: animal.meals,
        foodPreferences: animal.foodPreferences,
        cueWords: animal.cueWords,
        marks: animal.marks,
        knownTriggers: animal.knownTriggers,
        notes: animal.notes,
        version: animal.version,
      })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(id))))
    return found(row)
  })
}

export type AnimalsPage = {
  animals: (AnimalLine & { household: string })[]
  /** Where the next page begins. */
  after: string | null
}

const pageSize = 40

/**
 * The animals of the practice by name, 40 a page, in one statement: all, those archived, or those without a running
 * plan. Animals of archived households are left out.
 */
export function listAnimals(
  viewer: Viewer,
  query: { archived?: boolean | undefined; unplanned?: boolean | undefined; after?: string | undefined },
): Promise<AnimalsPage> {
  return asViewer(viewer, async (tx) => {
    const place = query.after === undefined ? undefined : idFrom(query.after)
    const rows = await tx
      .select({ ...line, household: client.name })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(
        and(
          visibleAnimals(viewer),
          canKeepClients(viewer) ? undefined : sql`false`,
          query.archived
            ? isNotNull(animal.archivedAt)
            : and(isNull(animal.archivedAt), isNull(client.archivedAt)),
          query.unplanned
            ? sql`not exists (select 1 from app.plan p where p.practice_id = ${animal.practiceId}
                and p.animal_id = ${animal.id} and p.ended_at is null)`
            : undefined,
          place === undefined
            ? undefined
            : sql`(lower(${animal.name}), ${animal.id}) > (select lower(a.name), a.id from app.animal a
                where a.practice_id = ${viewer.practiceId} and a.id = ${place})`,
        ),
      )
      .orderBy(asc(sql`lower(${animal.name})`), asc(animal.id))
      .limit(pageSize + 1)
    const animals = rows.slice(0, pageSize)
    return { animals, after: rows.length > pageSize ? (animals.at(-1)?.id ?? null) : null }
  })
}
