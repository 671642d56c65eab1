import 'server-only'
import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import type { OptionalMail } from '@/lib/domain/mail/kinds'
import { hashToken } from './session-token'
import { unlessUnknown } from './unknown-link'

export type StopLink = { practiceName: string; kind: OptionalMail }

/** What the link of a mail would stop; null alike for an unknown token and for somebody who left. Stops nothing. */
export const openStopLink = (token: string, headers: Headers): Promise<StopLink | null> =>
  unlessUnknown({ token, prefix: 'ms', headers }, async () => {
    const [row] = await inTransaction({}, (tx) =>
      tx.execute<{ practice_name: string; kind: OptionalMail }>(
        sql`select * from app.open_stop_link(${hashToken(token)})`,
      ),
    )
    return row ? { practiceName: row.practice_name, kind: row.kind } : null
  })

/** Stops the one kind for the one person, as often as it is asked; null where the link opens nothing. */
export const stopByLink = (token: string, headers: Headers): Promise<true | null> =>
  unlessUnknown({ token, prefix: 'ms', headers }, async () => {
    const [row] = await inTransaction({}, (tx) =>
      tx.execute<{ stopped: boolean }>(sql`select app.stop_mails(${hashToken(token)}) as stopped`),
    )
    return row?.stopped ? true : null
  })
