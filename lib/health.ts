import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'

/** Whether the database answers a question within half a second. */
export async function databaseAnswers(patience = 500): Promise<boolean> {
  const asked = inTransaction({}, (tx) => tx.execute(sql`select 1`)).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, pause(patience, false, { ref: false })])
}
