import { sql } from 'drizzle-orm'
import { animal } from '@/db/schema'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import { shownOfBlock } from '@/lib/domain/note/summary'
import { mostWeights, type TimesSeen, type VetLetterContent } from '@/lib/domain/vet-letter/letter'

// What a vet is told of an animal, for statements about its row.

/** The newest weights. */
export const weightsOfAnimal = sql<VetLetterContent['weights']>`coalesce((select json_agg(w) from (
  select m.taken_on::text as day, m.weight_grams as grams from app.measure m
  where m.practice_id = ${animal.practiceId} and m.animal_id = ${animal.id} and m.weight_grams is not null
  order by m.taken_on desc, m.created_at desc limit ${mostWeights}) w), '[]')`

/** The signs that stand open, each with the day of its home on which somebody first saw it. */
export const openFlagsOfAnimal = (zone: unknown) => sql<
  VetLetterContent['flags']
>`coalesce((select json_agg(json_build_object('sign', f.sign,
    'day', (f.opened_at at time zone ${zone})::date::text) order by f.opened_at)
  from app.vet_flag f where f.practice_id = ${animal.practiceId} and f.animal_id = ${animal.id}
    and f.closed_at is null), '[]')`

/** The times of a visit, without anybody's words. */
export const timesOf = (block: AnimalBlock): TimesSeen =>
  Object.fromEntries(
    shownOfBlock.flatMap((key) =>
      key === 'seen' || key === 'vetReferral' || block[key] === undefined ? [] : [[key, block[key]]],
    ),
  ) as TimesSeen
