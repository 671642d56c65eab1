import { desc, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { outbox } from '@/db/schema'
import { isDemo } from '@/lib/env'

export type Posted = {
  id: string
  kind: string
  to: string
  subject: string
  createdAt: Temporal.Instant
  state: string
}

/** The latest hundred mails; nothing outside the demo, where mails belong to those they are for. */
export async function mailsInDemo(): Promise<Posted[]> {
  if (!isDemo()) return []
  return inTransaction({ purpose: 'outbox' }, (tx) =>
    tx
      .select({
        id: outbox.id,
        kind: outbox.kind,
        to: outbox.toAddress,
        subject: outbox.subject,
        createdAt: outbox.createdAt,
        state: outbox.state,
      })
      .from(outbox)
      .orderBy(desc(outbox.createdAt))
      .limit(100),
  )
}

/** One mail with its two bodies, in the demo only. */
export async function mailInDemo(id: string): Promise<(Posted & { text: string; html: string }) | null> {
  if (!isDemo() || !/^[0-9a-f-]{36}$/.test(id)) return null
  const [row] = await inTransaction({ purpose: 'outbox' }, (tx) =>
    tx.select().from(outbox).where(eq(outbox.id, id)),
  )
  if (!row) return null
  const { kind, toAddress, subject, createdAt, state, bodyText, bodyHtml } = row
  return { id, kind, to: toAddress, subject, createdAt, state, text: bodyText, html: bodyHtml }
}
