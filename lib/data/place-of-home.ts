import { sql } from 'drizzle-orm'
import type { Spot } from '@/lib/domain/scheduling/travel-source'

/**
 * Where a home is, beside the rows of `client`: its own place, else the middle of up to 25 (ours) homes of the
 * same town whose place is known, marked rough; nulls where nobody knows.
 */
export const spotOfHome = sql<Spot>`(select json_build_object('id', client.id,
    'at', json_build_object('lat', coalesce(client.lat, middle.lat), 'lng', coalesce(client.lng, middle.lng)),
    'rough', client.rough_place or client.lat is null, 'parking', client.parking_minutes)
  from (select avg(near.lat) as lat, avg(near.lng) as lng from (select o.lat, o.lng from app.client o
    where client.lat is null and client.town_key <> '' and o.practice_id = client.practice_id
      and o.town_key = client.town_key and o.lat is not null and not o.rough_place limit 25) near) middle)`
