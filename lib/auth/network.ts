import { isIPv6 } from 'node:net'
import { trustedProxies } from '@/lib/env'

/** Set by instrumentation.ts from the socket on every request, over whatever a client sent. */
export const peerHeader = 'x-doorstep-peer'

/**
 * Whom a limit counts: the address in front of the configured number of proxies, for IPv6 its /64. Without
 * proxies X-Forwarded-For is what anybody writes there, so it is not read.
 */
export function networkOf(headers: Pick<Headers, 'get'>, proxies = trustedProxies()): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const address = (proxies > 0 ? forwarded.at(-proxies) : headers.get(peerHeader)) || 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? firstHalf(plain) : plain
}

function firstHalf(address: string): string {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const middle = address.includes('::')
    ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
    : []
  const groups = [...before, ...middle, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
