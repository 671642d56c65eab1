import { sql, type SQL } from 'drizzle-orm'
import type { ToldOfService } from '@/lib/domain/service/service'

/** What the household of a visit is told of its service; `visit` is the name of its row in a statement. */
export const toldOfService = (visit: SQL) => sql<ToldOfService>`(select json_build_object(
    'preparation', s.preparation, 'price', case when s.price_shown and s.price_minor is not null
      then json_build_object('minor', s.price_minor, 'currency', p.currency) end)
  from app.service s join app.practice p on p.id = s.practice_id
  where s.practice_id = ${visit}.practice_id and s.id = ${visit}.service_id)`
