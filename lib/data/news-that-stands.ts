import { sql } from 'drizzle-orm'
import { news } from '@/db/schema'

/** All news but a wish to be erased that was taken back or answered: that asks for nothing any more. */
export const newsThatStands = sql<boolean>`(${news.kind} <> 'erasure_asked' or exists (select 1 from app.erasure e
  where e.practice_id = ${news.practiceId} and e.client_id = ${news.clientId} and e.state = 'asked'))`
