type Flat = Record<string, string>

/** Every leaf by its field path, as the text a form would send. */
function flat(value: unknown, path = '', into: Flat = {}): Flat {
  if (value !== null && typeof value === 'object') {
    for (const [key, held] of Object.entries(value)) flat(held, path ? `${path}.${key}` : key, into)
  } else if (value !== undefined && value !== null) into[path] = String(value)
  return into
}

/** Where what stands differs from what was typed: field path to what stands, '' where it is empty there. */
export function differences(typed: unknown, stands: unknown): Record<string, string> {
  const mine = flat(typed)
  const theirs = flat(stands)
  const paths = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  return Object.fromEntries(
    [...paths]
      .filter((path) => (mine[path] ?? '') !== (theirs[path] ?? ''))
      .map((path) => [path, theirs[path] ?? '']),
  )
}
