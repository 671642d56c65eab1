import { asc, eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { outbox } from '@/db/schema'

export type Mail = {
  subject: string
  text: string
  html: string
  kind: string
  state: string
  attachment: Buffer | null
}

/** What waits in the outbox for an address, oldest first. */
export const mailsTo = (address: string): Promise<Mail[]> =>
  inTransaction({ purpose: 'outbox' }, (tx) =>
    tx
      .select({
        subject: outbox.subject,
        text: outbox.bodyText,
        html: outbox.bodyHtml,
        kind: outbox.kind,
        state: outbox.state,
        attachment: outbox.attachment,
      })
      .from(outbox)
      .where(eq(outbox.toAddress, address))
      .orderBy(asc(outbox.createdAt)),
  )
