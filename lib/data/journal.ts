import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, photo, practice, session, visit } from '@/db/schema'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Journal, JournalPhoto } from '@/lib/domain/journal/journal'
import type { MonthOnPaper } from '@/lib/domain/journal/month'
import { nothingYet } from '@/lib/domain/log/progress'
import { NotFound } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found, idFrom } from './as-viewer'
import { animalsAtHome, byName, chosen } from './home'
import { newestPhotoOf, shownAtHome, visiblePhotos } from './photo'
import { progressOf } from './progress'

/** The animals of the owner's own household, to those who work here every one; nobody else reads of their way. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? inArray(animal.id, [...viewer.animalIds]) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
    isNull(animal.archivedAt),
  )

/** The way of one animal of the household so far, with its pictures, in six statements. For guardians only. */
export function journalOf(
  viewer: Viewer,
  animalId: string | undefined,
  now: Temporal.Instant,
): Promise<Journal> {
  return asViewer(viewer, async (tx) => {
    const { animals, zone } = await animalsAtHome(viewer)
    const animal = chosen(animals, animalId)
    const rest = { animals: animals.map(byName), animal, today: dayOf(now, zone), zone }
    if (!animal) return { ...rest, progress: nothingYet, photos: [] }
    const progress = (await progressOf(viewer, [animal], now)).get(animal.id) ?? nothingYet
    const photos = await photosOf(tx, viewer, eq(photo.animalId, animal.id))
    return { ...rest, progress, photos: photos.reverse() }
  })
}

/**
 * A month of the household's animals, or of the one that is named, for paper. Six statements however many. Who works
 * here names one, and reads what its household would; NotFound for a month that has not begun.
 */
export function monthOnPaper(
  viewer: Viewer,
  asked: { month: Temporal.PlainYearMonth; animalId?: string | undefined },
  now: Temporal.Instant,
): Promise<MonthOnPaper> {
  return asViewer(viewer, async (tx) => {
    const { paper } = readerOf(viewer, asked.animalId)
    const { month } = asked
    const first = month.toPlainDate({ day: 1 })
    const rows = await tx
      .select({
        id: animal.id,
        name: animal.name,
        species: animal.species,
        coat: animal.coat,
        photoId: newestPhotoOf(animal),
        letter: lastLetter(first, first.add({ months: 1 })),
        zone: client.zone,
        practiceName: practice.name,
        practicePhone: practice.phone,
      })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .innerJoin(practice, eq(practice.id, animal.practiceId))
      .where(
        and(
          visibleAnimals(viewer),
          asked.animalId === undefined ? undefined : eq(animal.id, idFrom(asked.animalId)),
        ),
      )
      .orderBy(asc(animal.createdAt), asc(animal.id))
    const { zone, practiceName, practicePhone } = found(rows[0])
    const today = dayOf(now, zone)
    if (Temporal.PlainDate.compare(first, today) > 0) throw new NotFound()
    const ids = rows.map(({ id }) => id)
    const progress = await progressOf(viewer, rows, now)
    const photos = await photosOf(tx, viewer, and(inArray(photo.animalId, ids), eq(photo.format, 'webp')))
    return {
      ...{ month, today, practiceName, practicePhone, paper },
      animals: rows.map(({ id, name, species, coat, photoId, letter }) => ({
        ...{ id, name, species, coat, photoId, letter },
        progress: progress.get(id) ?? nothingYet,
        photos: photos.filter((one) => one.animalId === id && one.day.toPlainYearMonth().equals(month)),
      })),
    }
  })
}

function readerOf(viewer: Viewer, animalId: string | undefined): GuardianViewer | MemberViewer {
  if (viewer.kind === 'guardian' || (viewer.kind === 'member' && animalId !== undefined)) return viewer
  throw new NotFound()
}

/** Of visits and of sessions that count, oldest first; the day is that of the home. */
async function photosOf(tx: Tx, viewer: Viewer, which: SQL | undefined): Promise<JournalPhoto[]> {
  const day = sql<Temporal.PlainDate>`coalesce(${session.day}, ${visit.localStart}::date,
    (coalesce(${photo.takenAt}, ${photo.addedAt}) at time zone ${client.zone})::date)`.mapWith(session.day)
  return tx
    .select({
      id: photo.id,
      animalId: photo.animalId,
      animalName: animal.name,
      format: photo.format,
      width: photo.width,
      height: photo.height,
      durationMs: photo.durationMs,
      day,
    })
    .from(photo)
    .innerJoin(animal, and(eq(animal.practiceId, photo.practiceId), eq(animal.id, photo.animalId)))
    .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .leftJoin(session, and(eq(session.practiceId, photo.practiceId), eq(session.id, photo.sessionId)))
    .leftJoin(visit, and(eq(visit.practiceId, photo.practiceId), eq(visit.id, photo.visitId)))
    .where(
      and(
        visiblePhotos(viewer),
        shownAtHome,
        visibleAnimals(viewer),
        or(sql`${photo.visitId} is not null`, sql`${photo.sessionId} is not null`),
        isNull(session.voidedAt),
        which,
      ),
    )
    .orderBy(day, asc(photo.addedAt), asc(photo.id))
    .limit(400)
}

/** The last letter of a signed note of a visit with this animal, from one day to before another. */
const lastLetter = (from: Temporal.PlainDate, before: Temporal.PlainDate) => sql<{
  words: string
  from: string
} | null>`(select json_build_object('words', n.body->>'letter', 'from', m.name)
  from app.note n
  join app.visit v on v.practice_id = n.practice_id and v.id = n.visit_id
  join app.visit_animal va on va.practice_id = v.practice_id and va.visit_id = v.id
  join app.member m on m.practice_id = n.practice_id and m.id = n.signed_by
  where va.practice_id = ${animal.practiceId} and va.animal_id = ${animal.id} and n.status = 'signed'
    and v.local_start >= ${from.toString()}::date and v.local_start < ${before.toString()}::date
    and trim(coalesce(n.body->>'letter', '')) <> ''
  order by v.local_start desc limit 1)`
