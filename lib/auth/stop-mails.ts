import 'server-only'
import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { now } from '@/lib/clock'
import type { OptionalMail } from '@/lib/domain/mail/kinds'
import { hasTurn, takeTurn } from './limits'
import { networkOf } from './network'
import { hashToken } from './session-token'

export type StopLink = { practiceName: string; kind: OptionalMail }

/** What the link of a mail would stop; null alike for an unknown token and for somebody who left. Stops nothing. */
export const openStopLink = (token: string, headers: Headers): Promise<StopLink | null> =>
  unlessUnknown(token, headers, async (hash) => {
    const [row] = await inTransaction({}, (tx) =>
      tx.execute<{ practice_name: string; kind: OptionalMail }>(
        sql`select * from app.open_stop_link(${hash})`,
      ),
    )
    return row ? { practiceName: row.practice_name, kind: row.kind } : null
  })

/** Stops the one kind for the one person, as often as it is asked; null where the link opens nothing. */
export const stopByLink = (token: string, headers: Headers): Promise<true | null> =>
  unlessUnknown(token, headers, async (hash) => {
    const [row] = await inTransaction({}, (tx) =>
      tx.execute<{ stopped: boolean }>(sql`select app.stop_mails(${hash}) as stopped`),
    )
    return row?.stopped ? true : null
  })

/** A network that tried too many unknown links finds none for a while. */
async function unlessUnknown<T>(
  token: string,
  headers: Headers,
  open: (hash: Buffer) => Promise<T | null>,
): Promise<T | null> {
  if (!/^ms_[\w-]{43}$/.test(token)) return null
  const network = networkOf(headers)
  if (!(await hasTurn('unknownLinkPerNetworkAndMinute', network, now()))) return null
  const opened = await open(hashToken(token))
  if (opened === null) await takeTurn('unknownLinkPerNetworkAndMinute', network, now())
  return opened
}
