import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What is not the public internet, IANA's special-purpose registries: this machine, its network, and the cloud's own. */
const ours = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  ours.addSubnet(net, prefix, 'ipv4')
/** Of IPv6 only what is handed out to the world, less what leads back to the addresses above. */
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  ours.addSubnet(net, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !ours.check(address, 'ipv4')
  return family === 6 && world.check(address, 'ipv6') && !ours.check(address, 'ipv6')
}

/**
 * Looks up a name for a connection, and knows none where any of its addresses is not public. What was looked at is
 * what is connected to: no second look-up could answer otherwise.
 */
export const lookUpOnly =
  (mayReach: (address: string) => boolean): LookupFunction =>
  (name, options, answer) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      const refused = found?.length ? found.some(({ address }) => !mayReach(address)) : !error
      if (error || refused) return answer(error ?? new AddressNotPublic(), '')
      const [first] = found
      return options.all ? answer(null, found) : answer(null, first?.address ?? '', first?.family)
    })
  }

export class AddressNotPublic extends Error {
  override name = 'AddressNotPublic'
}
