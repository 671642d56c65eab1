import 'server-only'
import { now } from '@/lib/clock'
import { hasTurn, takeTurn } from './limits'
import { networkOf } from './network'

/**
 * What the token of a link opens. Null alike for one of another shape, one that opens nothing, and for a network that
 * tried too many unknown ones: whoever guesses learns nothing.
 */
export async function unlessUnknown<T>(
  { token, prefix, headers }: { token: string; prefix: 'cf' | 'ms' | 'sl'; headers: Headers },
  open: () => Promise<T | null>,
): Promise<T | null> {
  if (!new RegExp(`^${prefix}_[\\w-]{43}$`).test(token)) return null
  const network = networkOf(headers)
  if (!(await hasTurn('unknownLinkPerNetworkAndMinute', network, now()))) return null
  const opened = await open()
  if (opened === null) await takeTurn('unknownLinkPerNetworkAndMinute', network, now())
  return opened
}
