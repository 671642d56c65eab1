import { expect, test } from 'vitest'
import { isPublicAddress, lookUpOnly } from './public-address'

test.each([
  ['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.0.192'],
  ['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::a00:1', '2002:a00:1::1'],
  ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '2001::1', '100::1', 'localhost', ''],
])('%s and its like are not public', (...all) => {
  for (const address of all) expect(isPublicAddress(address), address).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '142.250.1.95', '2a00:1450:4001:80b::200a'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test('a name that leads to this machine is not known', async () => {
  const ask = (mayReach: (address: string) => boolean) =>
    new Promise((resolve) => {
      lookUpOnly(mayReach)('localhost', {}, (error, address) => resolve(error?.name ?? address))
    })
  expect(await ask(isPublicAddress)).toBe('AddressNotPublic')
  expect(await ask(() => true)).toMatch(/127\.0\.0\.1|::1/)
})
