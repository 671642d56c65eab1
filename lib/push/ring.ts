import { request, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'
import type { Temporal } from 'temporal-polyfill'
import { AddressNotPublic, isPublicAddress, lookUpOnly } from './public-address'
import { seal, type Keys } from './sealed'
import { authorization } from './signature'

export type Rung = { status: number; retryAfterSeconds: number | null }

/** Rings one device; answers with what the service said, throws where it could not be reached. */
export type Ring = (
  device: Keys & { endpoint: string },
  message: string,
  now: Temporal.Instant,
  /** Seconds for which the service keeps it for a phone that is off. */
  kept: number,
) => Promise<Rung>

/** All of ours are one topic: of those that wait for a phone that is off, the service keeps the latest. */
const topic = 'news'
const patience = 10_000

type Door = {
  secret: string
  /** Whom a service may write to about us: `mailto:` or `https:`. */
  contact: string
  /** Which addresses may be connected to. */
  mayReach?: (address: string) => boolean
  /** How the service proves who it is. */
  tls?: Pick<RequestOptions, 'ca' | 'servername' | 'rejectUnauthorized'>
}

/** A way to the services that carry pushes: https, to public addresses, following nobody elsewhere. */
export const ringThrough = ({ secret, contact, mayReach = isPublicAddress, tls = {} }: Door): Ring =>
  async function ring({ endpoint, ...keys }, message, now, kept) {
    const url = new URL(endpoint)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:' || (isIP(host) !== 0 && !mayReach(host))) throw new AddressNotPublic()
    const body = seal(message, keys)
    const headers = {
      authorization: authorization(url, { secret, contact }, now),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      'content-length': body.length,
      ttl: kept,
      topic,
      urgency: 'normal',
    }
    return new Promise((resolve, reject) => {
      const asked = request(
        url,
        {
          ...{ ...tls, method: 'POST', headers, agent: false, lookup: lookUpOnly(mayReach) },
          signal: AbortSignal.timeout(patience),
        },
        (answer) => {
          const seconds = Number(answer.headers['retry-after'])
          const retryAfterSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : null
          resolve({ status: answer.statusCode ?? 0, retryAfterSeconds })
          // What else it says is not wanted, however long it goes on.
          answer.destroy()
        },
      )
      asked.on('error', reject)
      // Whoever answers with another protocol closes without an answer and without an error.
      asked.on('close', () => reject(new Error('closed without an answer')))
      asked.end(body)
    })
  }
