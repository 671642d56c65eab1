const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const shape = new RegExp(`^(${atom}(?:\\.${atom})*)@((?:${label}\\.)+${label})$`)

/**
 * The one spelling of an address that may sign in, or null. Look-alike characters are folded first (NFKC) and
 * judged afterwards; quotes, comments, lists of addresses and line breaks are refused, never repaired.
 */
export function normalizeAddress(text: string): string | null {
  const folded = text
    .normalize('NFKC')
    .replace(/^ +| +$/g, '')
    .toLowerCase()
  if (folded.length > 254) return null
  const match = shape.exec(folded)
  const [, local, domain] = match ?? []
  if (!local || !domain || local.length > 64) return null
  return /^\d+$/.test(domain.split('.').at(-1) ?? '') ? null : folded
}

/** An address as somebody who knows it recognises it, and nobody else reads it: `l•••@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '•••' : `${address.slice(0, 1)}•••${address.slice(at)}`
}
