import { and, eq, inArray, ne, sql, type Column } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { animal, session, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { allowsFilms, allowsPhotos, type ConsentAnswer } from '@/lib/domain/client/consents'
import { NotFound, refused, type Refusal } from '@/lib/domain/result/result'
import { isFilm, kindOf } from '@/lib/storage/picture-kind'
import type { Source } from '@/lib/storage/source'
import { found, idFrom } from './as-viewer'

/** Animals are photographed by members of their practice and by their household. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'guardian'
      ? inArray(animal.id, [...viewer.animalIds])
      : viewer.kind === 'member'
        ? undefined
        : sql`false`,
  )

/** Every yes and no of a household in the order they were written down, for a statement about its rows. */
export const answersOf = (practiceId: Column, clientId: Column) => sql<
  ConsentAnswer[]
>`(select coalesce(json_agg(json_build_object('kind', c.kind, 'given', c.given, 'givenOn', c.given_on)
    order by c.created_at, c.id), '[]')
  from app.consent c where c.practice_id = ${practiceId} and c.client_id = ${clientId})`

export type Place = {
  animalId: string
  visitId: string | null
  sessionId: string | null
  answers: ConsentAnswer[]
}

/**
 * Where a photo belongs: an animal, and a visit to its home or a session of it; of a household to a log of its own.
 * Anything else is NotFound.
 */
export async function placeOf(
  tx: Tx,
  viewer: Viewer,
  given: { animalId: string; visitId?: string | undefined; sessionId?: string | undefined },
): Promise<Place> {
  const [row] = await tx
    .select({
      animalId: animal.id,
      visitId: visit.id,
      sessionId: session.id,
      atVisit: session.visitId,
      answers: answersOf(animal.practiceId, animal.clientId),
    })
    .from(animal)
    .leftJoin(
      visit,
      and(
        eq(visit.practiceId, animal.practiceId),
        eq(visit.clientId, animal.clientId),
        given.visitId === undefined ? sql`false` : eq(visit.id, idFrom(given.visitId)),
      ),
    )
    .leftJoin(
      session,
      and(
        eq(session.practiceId, animal.practiceId),
        eq(session.animalId, animal.id),
        given.sessionId === undefined ? sql`false` : eq(session.id, idFrom(given.sessionId)),
        viewer.kind === 'guardian' ? ne(session.source, 'consultant') : undefined,
      ),
    )
    .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(given.animalId))))
  const { atVisit, ...place } = found(row)
  if (viewer.kind === 'guardian' && (!place.sessionId || given.visitId !== undefined)) throw new NotFound()
  if ((given.visitId !== undefined && !place.visitId) || (given.sessionId !== undefined && !place.sessionId))
    throw new NotFound()
  return { ...place, visitId: place.visitId ?? atVisit }
}

/** Why the household's animals may not be shown this way: pictures and films are agreed to apart. */
export async function refusedPhoto({ answers }: Place, source: Source): Promise<Refusal | null> {
  if (isFilm(kindOf(await source.read(0, 16))))
    return allowsFilms(answers) ? null : refused('photo.refusal.filmNotAgreed')
  return allowsPhotos(answers) ? null : refused('photo.refusal.notAgreed')
}
