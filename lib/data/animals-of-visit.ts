import { sql } from 'drizzle-orm'

/** Names of the animals a visit is for, in the order they were added, beside the rows of `visit`. */
export const namesOfVisit = sql<string[]>`(select coalesce(json_agg(a.name order by a.created_at, a.id), '[]')
  from app.visit_animal va join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
  where va.practice_id = visit.practice_id and va.visit_id = visit.id)`
