import { sql } from 'drizzle-orm'
import { visit } from '@/db/schema'

/** Messages of the household that were put into the note, the oldest first, beside the rows of `visit`. */
export const quotedInNote = sql<
  { messageId: string; seq: number; by: string; at: string }[]
>`(select coalesce(json_agg(
    json_build_object('messageId', m.id, 'seq', m.seq, 'by', coalesce(c.name, ''), 'at', m.written_at) order by m.seq), '[]')
  from app.thread_use u
  join app.thread_message m on m.practice_id = u.practice_id and m.id = u.message_id
  left join app.contact c on c.practice_id = m.practice_id and c.id = m.contact_id
  where u.practice_id = ${visit.practiceId} and u.visit_id = ${visit.id} and u.kind = 'note')`
