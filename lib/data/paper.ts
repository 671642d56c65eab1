import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, practice } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Fridge, Search } from '@/lib/domain/paper/facts'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { newestPhotoOf } from './photo'

/** Sheets of an animal are the practice's and its household's. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'member'
      ? undefined
      : viewer.kind === 'guardian'
        ? inArray(animal.id, [...viewer.animalIds])
        : sql`false`,
  )

/** What the sheet for the fridge says of one animal today. Leaves an audit line. */
export function fridgeOf(viewer: Viewer, animalId: string, now: Temporal.Instant): Promise<Fridge> {
  return asViewer(viewer, async (tx) => {
    const row = found(await animalOf(tx, viewer, idFrom(animalId)))
    const standing = (await assessmentsOf(viewer, [row.animalId], now)).get(row.animalId) ?? null
    await audit(tx, viewer, 'view', 'fridgeSheet', row.animalId)
    return { ...row, standing, today: dayOf(now, row.zone) }
  })
}

/** What a search for one animal needs: how it looks, and its people with their phones. Leaves an audit line. */
export function searchOf(viewer: Viewer, animalId: string, now: Temporal.Instant): Promise<Search> {
  return asViewer(viewer, async (tx) => {
    const row = found(await animalOf(tx, viewer, idFrom(animalId)))
    await audit(tx, viewer, 'view', 'searchSheet', row.animalId)
    return { ...row, born: { on: row.bornOn, precision: row.bornPrecision }, today: dayOf(now, row.zone) }
  })
}

async function animalOf(tx: Tx, viewer: Viewer, animalId: string) {
  const [row] = await tx
    .select({
      animalId: animal.id,
      name: animal.name,
      species: animal.species,
      coat: animal.coat,
      photoId: newestPhotoOf(animal),
      practiceName: practice.name,
      practicePhone: practice.phone,
      paper: practice.paper,
      zone: client.zone,
      cueWords: animal.cueWords,
      treats: animal.foodPreferences,
      bornOn: animal.bornOn,
      bornPrecision: animal.bornPrecision,
      sex: animal.sex,
      neutering: animal.neutering,
      breed: animal.breed,
      marks: animal.marks,
      microchip: animal.microchip,
      vetName: animal.vetName,
      vetPhone: animal.vetPhone,
      homework: sql<HomeworkDraft[]>`coalesce((select h.items from app.homework h join app.plan p
        on p.practice_id = h.practice_id and p.id = h.plan_id and p.ended_at is null
        where h.practice_id = ${animal.practiceId} and h.animal_id = ${animal.id} and h.replaced_at is null), '[]')`,
      people: sql<{ name: string; phone: string }[]>`coalesce((select json_agg(json_build_object(
        'name', c.name, 'phone', c.phone) order by c.is_main desc, c.created_at)
        from app.contact c where c.practice_id = ${animal.practiceId} and c.client_id = ${animal.clientId}
          and c.removed_at is null and c.phone <> ''), '[]')`,
    })
    .from(animal)
    .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .innerJoin(practice, eq(practice.id, animal.practiceId))
    .where(and(visibleAnimals(viewer), isNull(animal.archivedAt), eq(animal.id, animalId)))
  return row
}
