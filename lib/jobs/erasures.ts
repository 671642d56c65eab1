import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { database, inTransaction, type Database } from '@/db/client'
import { client, erasure } from '@/db/schema'
import type { LedgerLine } from '@/lib/domain/erasure/schema'
import { keepInLedger, readLedger } from '@/lib/storage/erasure-ledger'

/** Writes down, beside the backups, whatever was erased and is not written down there yet. */
export async function keepLedger(file?: string, on: Database = database()): Promise<void> {
  const rows = await inTransaction(
    { purpose: 'upkeep' },
    (tx) => tx.select().from(erasure).where(eq(erasure.state, 'done')),
    on,
  )
  const lines = rows.flatMap(({ practiceId, id, clientId, pseudonym, answeredAt }) =>
    pseudonym && answeredAt ? [{ practiceId, id, clientId, pseudonym, at: answeredAt.toString() }] : [],
  )
  keepInLedger(lines, file)
}

/**
 * Erases again whoever the ledger names and the database knows: an older backup was put in its place. Returns the keys
 * of the files of those households. A household that this database never knew is left out.
 */
export async function eraseAgain(file?: string, on: Database = database()): Promise<string[]> {
  const files: string[] = []
  for (const line of readLedger(file)) files.push(...(await eraseLine(line, on)))
  return files
}

function eraseLine({ practiceId, id, clientId, pseudonym, at }: LedgerLine, on: Database): Promise<string[]> {
  return inTransaction(
    { practiceId, role: 'system' },
    async (tx) => {
      const [known] = await tx
        .select({ state: erasure.state })
        .from(client)
        .leftJoin(erasure, and(eq(erasure.practiceId, client.practiceId), eq(erasure.id, id)))
        .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)))
      if (!known || known.state === 'done') return []
      // Another wish of the household, of the days of the backup, stands in the way of this one.
      const open = and(
        eq(erasure.practiceId, practiceId),
        eq(erasure.clientId, clientId),
        eq(erasure.state, 'asked'),
      )
      const moment = Temporal.Instant.from(at)
      await tx.update(erasure).set({ state: 'withdrawn', answeredAt: moment }).where(open)
      await tx
        .insert(erasure)
        .values({ practiceId, id, clientId, askedAt: moment })
        .onConflictDoUpdate({
          target: [erasure.practiceId, erasure.id],
          set: { state: 'asked', answer: '', answeredAt: null },
        })
      const rows = await tx.execute<{ key: string }>(
        sql`select app.erase_household(${id}, ${pseudonym}) as key`,
      )
      return rows.map(({ key }) => key)
    },
    on,
  )
}
