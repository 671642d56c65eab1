import path from 'node:path'

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

/** Signs what rings a device: 32 bytes as base64url. Another key, and every device has to be switched on anew. */
export const pushKey = (): string | undefined => setting('PUSH_KEY')

/** smtp:// or smtps:// with user and password; without it mails wait in the outbox. */
export const smtpUrl = (): string | undefined => setting('SMTP_URL')

/** How mails name their sender, as `Name <address>`. */
export const mailFrom = (host: string): string => setting('MAIL_FROM') ?? `Doorstep <no-reply@${host}>`

/** How many reverse proxies stand in front and add to X-Forwarded-For. None unless said. */
export const trustedProxies = (): number => {
  const count = Number(setting('TRUSTED_PROXIES') ?? 0)
  return Number.isInteger(count) && count >= 0 && count <= 10 ? count : 0
}

/** A route server as OSRM speaks it, like http://localhost:5000; without it drives are reckoned from coordinates. */
export const osrmUrl = (): URL | undefined => serverAddress('OSRM_URL')

/** A geocoder as Nominatim speaks it, like http://localhost:8080; without it nobody is asked where an address is. */
export const geocoderUrl = (): URL | undefined => serverAddress('GEOCODER_URL')

/** An address of a server: http or https, without a name or password, a query or a fragment. */
export function isServerAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash
  )
}

function serverAddress(name: string): URL | undefined {
  const given = setting(name)
  if (!given) return undefined
  if (!isServerAddress(given)) throw new Error(`${name} is not an address like http://localhost:5000`)
  return new URL(given.endsWith('/') ? given : `${given}/`)
}
/** Where photos are kept: beside the other data of this installation unless said. */
export const photoFolder = (
  home: string = setting('DOORSTEP_HOME') ?? path.join(process.cwd(), '.data'),
): string => setting('PHOTO_FOLDER') ?? path.join(home, 'photos')

/** Which households were erased: kept with the backups, apart from the database. */
export const erasureLedger = (
  home: string = setting('DOORSTEP_HOME') ?? path.join(process.cwd(), '.data'),
): string => setting('ERASURE_LEDGER') ?? path.join(home, 'backups', 'erasures.jsonl')

/** An S3-compatible store, as S3_URL says it. */
export type ObjectStore = {
  /** Address of the bucket, ending in a slash. */
  bucket: URL
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Where photos are kept on many machines: `https://key:secret@host/bucket?region=eu-central-1`. */
export function objectStore(given: string | undefined = setting('S3_URL')): ObjectStore | undefined {
  if (!given) return undefined
  const url = URL.canParse(given) ? new URL(given) : null
  const bucket = url?.pathname.replace(/\/+$/, '')
  if (!url || !/^https?:$/.test(url.protocol) || !url.username || !url.password || !bucket)
    throw new Error('S3_URL is not an address like https://key:secret@host/bucket?region=eu-central-1')
  return {
    bucket: new URL(`${bucket}/`, url.origin),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}
