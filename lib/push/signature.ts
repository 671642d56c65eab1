import { createECDH, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { pushKey } from '@/lib/env'

/** Whether it can sign: 32 bytes as base64url, which make a key of P-256. */
export function isPushKey(secret: string): boolean {
  if (!/^[\w-]{43}$/.test(secret)) return false
  try {
    return halfOf(secret).length === 65
  } catch {
    return false
  }
}

/** Hours for which a service may take our word: RFC 8292 allows 24, a clock may be wrong by some. */
const goodForHours = 12

/** The public half, as a browser is told it and as a service reads it; null where this installation has none. */
export function publicKey(secret: string | undefined = pushKey()): string | null {
  return secret === undefined ? null : halfOf(secret).toString('base64url')
}

/** Says to a push service who sends, so that nobody else can ring a browser that subscribed to us (VAPID, RFC 8292). */
export function authorization(
  endpoint: URL,
  { secret, contact }: { secret: string; contact: string },
  now: Temporal.Instant,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(now.add({ hours: goodForHours }).epochMilliseconds / 1000)
  const said = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: endpoint.origin, exp, sub: contact })}`
  const signature = sign('sha256', Buffer.from(said), { key: keyOf(secret), dsaEncoding: 'ieee-p1363' })
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey(secret) ?? ''}`
}

function halfOf(secret: string): Buffer {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(secret, 'base64url'))
  return pair.getPublicKey()
}

function keyOf(secret: string): KeyObject {
  const point = halfOf(secret)
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const [x, y] = [half(1), half(33)] as const
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d: secret, x, y }, format: 'jwk' })
}
