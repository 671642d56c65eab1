/** The one address this site is served at. Never taken from a request: a Host header proves nothing. */
export function origin(): string {
  const configured = process.env.NEXTAUTH_URL
  if (!configured) throw new Error('NEXTAUTH_URL is not set: it is the address this site is served at')
  return new URL(configured).origin
}
