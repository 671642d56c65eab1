/** A stored value as the text its fields start with: `a.b` for what is nested, lists of words as they are. */
export function defaultsOf(value: unknown, path = ''): Record<string, string | string[]> {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value === 'boolean') return { [path]: value ? 'yes' : 'no' }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return { [path]: value }
  if (typeof value !== 'object') return { [path]: String(value) }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, held]) => defaultsOf(held, path ? `${path}.${key}` : key)),
  ) as Record<string, string | string[]>
}
