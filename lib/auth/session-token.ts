import { createHash, createHmac, randomBytes } from 'node:crypto'
import { secret } from '@/lib/env'

/** 32 random bytes in base64url with a prefix that says what it opens. Shown once, kept as a hash. */
export const newToken = (prefix: 'cf' | 'ds' | 'li' | 'sl' | 'su'): string =>
  `${prefix}_${randomBytes(32).toString('base64url')}`

/** A token made of what it opens and the secret of this checkout: the same now and again, so that it need not be kept. */
export const derivedToken = (prefix: 'ms' | 'sl', opens: string): string =>
  `${prefix}_${createHmac('sha256', secret()).update(opens).digest('base64url')}`

/** The token of a link whose code is printed, now and again. */
export const tokenOfLink = (linkId: string): string => derivedToken('sl', `link:${linkId}`)

/** SHA-256: right for 256-bit random secrets, nothing slower is needed. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The cookie of a signed-in browser; the __Host- name wherever the site is served over https. */
export const sessionCookie = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-doorstep.session' : 'doorstep.session'
