import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'

/** What a browser gave: its public key as an uncompressed point of P-256, and sixteen secret bytes. */
export type Keys = { p256dh: Buffer; auth: Buffer }

/** Bytes of what is inside, whatever it says: its length tells nothing. */
const inside = 256

/**
 * Seals a message so that only the browser it is for can read it, not the service that carries it: RFC 8291 over
 * `aes128gcm` of RFC 8188, one record. The key pair and the salt are made anew for each message.
 */
export function seal(
  message: string,
  { p256dh, auth }: Keys,
  { pair = newPair(), salt = randomBytes(16), padTo = inside } = {},
): Buffer {
  const text = Buffer.from(message, 'utf8')
  if (text.length >= inside) throw new RangeError('a push says less than that')
  const ours = pair.getPublicKey()
  const derive = (secret: Buffer, from: Buffer, info: string | Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, ours])
  const key = derive(pair.computeSecret(p256dh), auth, info, 32)
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(key, salt, 'Content-Encoding: aes128gcm\0', 16),
    derive(key, salt, 'Content-Encoding: nonce\0', 12),
  )
  // 2 ends the last record; zeros after it are padding.
  const padding = Buffer.alloc(Math.max(0, padTo - text.length))
  const body = [cipher.update(Buffer.concat([text, Buffer.from([2]), padding])), cipher.final()]
  const recordSize = Buffer.alloc(4)
  recordSize.writeUInt32BE(4096)
  return Buffer.concat([salt, recordSize, Buffer.from([ours.length]), ours, ...body, cipher.getAuthTag()])
}

function newPair(): ECDH {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return pair
}
