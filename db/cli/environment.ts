import { isServerAddress, objectStore } from '@/lib/env'
import { isPushKey } from '@/lib/push/signature'

type Environment = Record<string, string | undefined>

const weak = /^(secret|changeme|change-me|password|default|example|test|development|nextauth)/i

/** Every reason not to start with these settings, one clear sentence each; none is good. */
export function complaintsAbout(given: Environment): string[] {
  const { NEXTAUTH_URL: address, NEXTAUTH_SECRET: secret } = given
  const said: string[] = []
  if (!address) {
    said.push('NEXTAUTH_URL is not set: it is the address people open, like https://doorstep.example.org.')
  } else if (!isAddress(address)) {
    said.push('NEXTAUTH_URL is not an address like https://doorstep.example.org.')
  } else if (address.startsWith('http:') && !isHere(address)) {
    said.push('NEXTAUTH_URL begins with http: outside this machine sign-ins need https.')
  }
  if (!secret) {
    said.push('NEXTAUTH_SECRET is not set: give it 32 or more random characters (openssl rand -base64 32).')
  } else if (secret.length < 32 || new Set(secret).size < 10 || weak.test(secret)) {
    said.push('NEXTAUTH_SECRET is weak: give it 32 or more random characters (openssl rand -base64 32).')
  }
  const push = given.PUSH_KEY?.trim()
  if (push && !isPushKey(push)) {
    said.push(
      "PUSH_KEY is not 32 random bytes in base64url: openssl rand -base64 32 | tr '+/' '-_' | tr -d '=' makes one.",
    )
  }
  if (given.AUTH_TRUST_HOST) {
    said.push('AUTH_TRUST_HOST is set: links would follow whatever host a request claims. Take it away.')
  }
  for (const name of ['OSRM_URL', 'GEOCODER_URL']) {
    const server = given[name]?.trim()
    if (server && !isServerAddress(server))
      said.push(`${name} is not an address like http://localhost:5000, without a password or a query.`)
  }
  try {
    objectStore(given.S3_URL?.trim() ?? '')
  } catch (error) {
    if (error instanceof Error) said.push(`${error.message}.`)
  }
  return said
}

const isAddress = (text: string): boolean => {
  const address = URL.canParse(text) ? new URL(text) : null
  return address !== null && ['http:', 'https:'].includes(address.protocol)
}

const isHere = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
