import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:https'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

export type Received = { path: string; headers: Record<string, string | undefined>; body: Buffer }
export type Answer = { status: number; headers?: Record<string, string> } | 'hangs up' | 'another protocol'

/** A push service of this machine: keeps what it gets, answers what it is told to. */
export async function localService(answer: (received: Received) => Answer | Promise<Answer>) {
  const received: Received[] = []
  const server = createServer(certificate(), (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url = '', headers } = request
      const one = { path: url, headers: headers as Received['headers'], body: Buffer.concat(parts) }
      received.push(one)
      void Promise.resolve(answer(one)).then((said) => {
        if (said === 'hangs up') return request.socket.destroy()
        if (said === 'another protocol')
          return request.socket.write(
            'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n',
          )
        response.writeHead(said.status, said.headers).end()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `https://localhost:${port}`,
    received,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The one that smtp-server brings along for its own tests; nobody outside would believe it. */
function certificate(): { key: string; cert: string } {
  const home = path.dirname(createRequire(import.meta.url).resolve('smtp-server'))
  const text = fs
    .readFileSync(path.join(home, 'tls-options.js'), 'utf8')
    .replaceAll(/\\n|'\s*\+\s*'/g, (found) => (found === '\\n' ? '\n' : ''))
  const block = (what: string) =>
    new RegExp(`-----BEGIN ${what}-----[^-]+-----END ${what}-----`).exec(text)?.[0] ?? ''
  return { key: block('RSA PRIVATE KEY'), cert: block('CERTIFICATE') }
}

/** What a browser keeps for itself when it subscribes. */
export type Browser = { pair: ECDH; p256dh: Buffer; auth: Buffer }

export function newBrowser(): Browser {
  const pair = createECDH('prime256v1')
  return { pair, p256dh: pair.generateKeys(), auth: randomBytes(16) }
}

const hmac = (key: Buffer, ...parts: Buffer[]) =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest()
const ascii = (text: string, end: number) => Buffer.concat([Buffer.from(text), Buffer.from([0, end])])

/** Reads a push as a browser does, RFC 8291 from the other side, with HKDF written out (RFC 5869). */
export function open(body: Buffer, { pair, p256dh, auth }: Browser): string {
  const salt = body.subarray(0, 16)
  const theirs = body.subarray(21, 21 + (body[20] ?? 0))
  const cipher = body.subarray(21 + theirs.length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, theirs, Buffer.from([1])])
  const secret = hmac(hmac(auth, pair.computeSecret(theirs)), info)
  const prk = hmac(salt, secret)
  const key = hmac(prk, ascii('Content-Encoding: aes128gcm', 1)).subarray(0, 16)
  const nonce = hmac(prk, ascii('Content-Encoding: nonce', 1)).subarray(0, 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(cipher.subarray(-16))
  const plain = Buffer.concat([decipher.update(cipher.subarray(0, -16)), decipher.final()])
  const end = plain.findLastIndex((byte) => byte !== 0)
  if (plain[end] !== 2) throw new Error('the last record ends with a 2')
  return plain.subarray(0, end).toString('utf8')
}

export type Claims = { aud: string; exp: number; sub: string }

/** Reads who sent it as a push service does (RFC 8292); throws where the signature is not of the key it names. */
export function readAuthorization(header: string): { claims: Claims; publicKey: string } {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }, format: 'jwk' })
  const of = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  const isIts = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isIts || of(head).alg !== 'ES256') throw new Error('this is not signed with the key it names')
  return { claims: of(body) as Claims, publicKey }
}
