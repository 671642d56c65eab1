type Shown = Record<string, string | string[] | undefined>

const plain = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? [...value].sort().join(', ') : (value ?? '')

/**
 * Where somebody else was faster: the fields whose standing value differs from what was sent, as shown to a
 * person. `said` turns a field's standing value into words; an empty one has words too.
 */
export function theirsOf(
  sent: Shown,
  standing: Shown,
  said: (field: string, value: string) => string,
): Record<string, string> {
  const theirs: Record<string, string> = {}
  for (const field of Object.keys(standing)) {
    if (plain(sent[field]) !== plain(standing[field])) theirs[field] = said(field, plain(standing[field]))
  }
  return theirs
}
