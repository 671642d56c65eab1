import { createHash } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import { safeNext } from '@/lib/domain/account/next-path'
import { normalizeAddress } from '@/lib/domain/account/address'
import { secret } from '@/lib/env'
import { log } from '@/lib/log'
import { paths } from '@/lib/paths'
import { authAdapter, type Browser } from './adapter'
import { origin } from './origin'
import { newToken, sessionCookie } from './session-token'

type EmailConfig = Extract<AuthOptions['providers'][number], { type: 'email' }>

/** Half an hour: long enough for a slow mail server, short for a mailbox somebody else reads. */
export const linkMinutes = 30

// A plain object: next-auth's own provider would import nodemailer, and mails here go through the outbox.
const mail: EmailConfig = {
  id: 'email',
  type: 'email',
  name: 'Email',
  server: '',
  from: '',
  maxAge: linkMinutes * 60,
  normalizeIdentifier: (identifier) => {
    const address = normalizeAddress(identifier)
    if (address === null) throw new Error('this is not an address')
    return address
  },
  sendVerificationRequest: () => {
    throw new Error('sign-in mails are asked for on our own form, see ask.ts')
  },
  options: {},
}

/** The hash by which next-auth asks for a verification token; ours are written with the same one. */
export const nextAuthHash = (token: string): string =>
  createHash('sha256').update(`${token}${secret()}`).digest('hex')

/** next-auth as we use it: it takes a confirmed mail link and makes the session of it. */
export function authOptions(browser: Browser): AuthOptions {
  const secure = origin().startsWith('https:')
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  })
  return {
    secret: secret(),
    adapter: authAdapter(browser),
    providers: [mail],
    session: { strategy: 'database', generateSessionToken: () => newToken('ds') },
    useSecureCookies: secure,
    cookies: { sessionToken: cookie(sessionCookie(origin())) },
    pages: { signIn: paths.signIn(), error: paths.signInExpired(), verifyRequest: paths.signInSent() },
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
        return `${baseUrl}${safeNext(path) ?? paths.landing()}`
      },
    },
    // The code alone: what next-auth adds can hold an address.
    logger: {
      error: (code) => log.error({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}
