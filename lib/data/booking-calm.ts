import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import type { AtTheVet, CalmAnimal } from '@/lib/domain/scheduling/calm'
import { dayNumber, dayFrom } from '@/lib/domain/time/time'

export type CalmFacts = { name: string; meals: string[]; vetVisits: AtTheVet[]; lately: Lately[] }
type Lately = { day: string; stress: BodyLevel; signs: string[]; events: string[] }

/** How far back a red flag can matter, days: the longest cool-down there is. */
const lately = 14

/**
 * When an animal is fed, when it is at the vet's from a week ago on, and what its sessions of the last 14 days were
 * like, beside the rows of `animal`.
 */
export const calmFactsSince = (now: Temporal.Instant) => sql<CalmFacts>`json_build_object('name', animal.name,
  'meals', animal.meals,
  'vetVisits', (select coalesce(json_agg(json_build_object('day', w.day, 'at', w.at)), '[]') from app.vet_visit w
    where w.practice_id = animal.practice_id and w.animal_id = animal.id
      and w.day > ${now.subtract({ hours: 24 * 9 }).toString()}::timestamptz::date),
  'lately', (select coalesce(json_agg(json_build_object('day', s.day, 'stress', s.stress,
    'signs', s.signs, 'events', s.events)), '[]') from app.session s where s.practice_id = animal.practice_id
      and s.animal_id = animal.id and s.voided_at is null
      and s.started_at > ${now.subtract({ hours: 24 * (lately + 1) }).toString()}::timestamptz))`

/** What the rules of calm ask about an animal. */
export const calmAnimal = (id: string, { meals, vetVisits, lately }: CalmFacts): CalmAnimal => ({
  id,
  vetVisits,
  meals,
  redFlagDays: lately
    .filter(({ stress, signs, events }) => bodyLevel(stress, signs) === 4 || events.length > 0)
    .flatMap(({ day }) => {
      const date = dayFrom(day)
      return date ? [dayNumber(date)] : []
    }),
})

export type Calm = { animals: CalmAnimal[]; names: ReadonlyMap<string, string> }

/** The same for some animals of the practice, with their names; one statement, inside a transaction. */
export async function calmAnimals(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Calm> {
  if (ids.length === 0) return { animals: [], names: new Map<string, string>() }
  const rows = await tx
    .select({ id: animal.id, facts: calmFactsSince(now) })
    .from(animal)
    .where(and(eq(animal.practiceId, viewer.practiceId), inArray(animal.id, [...ids])))
  return {
    animals: rows.map(({ id, facts }) => calmAnimal(id, facts)),
    names: new Map(rows.map(({ id, facts }) => [id, facts.name])),
  }
}
