import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { secret } from '@/lib/env'

const key = () => Buffer.from(hkdfSync('sha256', secret(), '', 'doorstep kept text', 32))

/** Encrypts a text for the database, bound to where it stands: moved to another row it cannot be read. */
export function sealText(text: string, where: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(where))
  const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), inside]).toString('base64url')
}

/** What was sealed there; null where it was changed or moved, or where the installation's secret is another one. */
export function openText(sealed: string, where: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  try {
    const open = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
    open.setAAD(Buffer.from(where)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([open.update(bytes.subarray(28)), open.final()]).toString('utf8')
  } catch {
    return null
  }
}
