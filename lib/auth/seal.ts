import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { secret } from '@/lib/env'

const key = () => createHash('sha256').update(`seal:${secret()}`).digest()
const minutes = 5

/** Puts a short secret into an address so that only this server can read it, for one page and five minutes. */
export function seal(text: string, page: string, now: Temporal.Instant): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(page))
  const inside = `${now.epochMilliseconds}.${text}`
  const sealed = Buffer.concat([cipher.update(inside, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed for this page; undefined where it is another page's, changed, or too old. */
export function unseal(sealed: string, page: string, now: Temporal.Instant): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 30) return undefined
  try {
    const open = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
    open.setAAD(Buffer.from(page)).setAuthTag(bytes.subarray(12, 28))
    const inside = Buffer.concat([open.update(bytes.subarray(28)), open.final()]).toString('utf8')
    const [madeAt = '', text] = inside.split(/\.(.*)/s)
    return now.epochMilliseconds - Number(madeAt) < minutes * 60_000 ? text : undefined
  } catch {
    return undefined
  }
}
