/** What the person who runs Doorstep can set. Read at the moment of use, so that a start script may fill gaps. */
const setting = (name: string): string | undefined => process.env[name]?.trim() || undefined

/** The demo practice: mails are readable at /outbox, nothing is sent. */
export const isDemo = (): boolean => setting('DOORSTEP_DEMO') === '1'

/** Signs sign-in links and the keys of limits. At least 32 characters; see `complaintsAbout`. */
export function secret(): string {
  const given = setting('NEXTAUTH_SECRET')
  if (!given) throw new Error('NEXTAUTH_SECRET is not set: start Doorstep with one of its npm scripts')
  return given
}

/** smtp:// or smtps:// with user and password; without it mails wait in the outbox. */
export const smtpUrl = (): string | undefined => setting('SMTP_URL')

/** How mails name their sender, as `Name <address>`. */
export const mailFrom = (host: string): string => setting('MAIL_FROM') ?? `Doorstep <no-reply@${host}>`

/** How many reverse proxies stand in front and add to X-Forwarded-For. None unless said. */
export const trustedProxies = (): number => {
  const count = Number(setting('TRUSTED_PROXIES') ?? 0)
  return Number.isInteger(count) && count >= 0 && count <= 10 ? count : 0
}
