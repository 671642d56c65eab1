import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { outbox } from '@/db/schema'
import { origin } from '@/lib/auth/origin'

export type Mail = {
  /** Null for a mail of no practice, which only a transaction of sign-in may write. */
  practiceId: string | null
  kind: string
  to: string
  subject: string
  text: string
  html: string
  /** One mail per key, however often it is asked for: `visit:<id>:<kind>:<version>`. */
  dedupeKey: string
  sendAfter?: Temporal.Instant
  attachment?: { name: string; bytes: Buffer }
}

/** Writes a mail in the transaction of what it announces; the worker sends it. The same key twice is one mail. */
export async function enqueue(tx: Tx, mail: Mail): Promise<void> {
  await tx
    .insert(outbox)
    .values({
      practiceId: mail.practiceId,
      kind: mail.kind,
      toAddress: mail.to,
      subject: mail.subject,
      bodyText: mail.text,
      bodyHtml: mail.html,
      dedupeKey: mail.dedupeKey,
      messageId: messageId(mail.dedupeKey),
      ...(mail.attachment ? { attachmentName: mail.attachment.name, attachment: mail.attachment.bytes } : {}),
      ...(mail.sendAfter ? { sendAfter: mail.sendAfter } : {}),
    })
    // Without naming the column: a guardian may write a mail and must not need the right to read any.
    .onConflictDoNothing()
}

/** Takes back a mail that has not gone out yet, as when the visit it announces moves again; says whether it could. */
export async function withdraw(tx: Tx, practiceId: string, dedupeKey: string): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(eq(outbox.practiceId, practiceId), eq(outbox.dedupeKey, dedupeKey), eq(outbox.state, 'queued')),
    )
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** The same for every attempt, so that a mail sent twice is recognised as one. */
const messageId = (dedupeKey: string): string =>
  `<${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40)}@${new URL(origin()).hostname}>`
