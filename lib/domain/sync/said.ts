/** What a field says, as its form would: text, or the chips of a list. A blank field says ''. */
export type Said = string | string[]
/** Fields by path: `body.letter`, `internal`, `animals.<id>.seen`. Blank ones may be left out. */
export type Fields = Readonly<Record<string, Said>>
/** What one person made of a field, and what stood there when they began. */
export type Change = { field: string; base: Said; mine: Said }

const plain = (said: Said): string =>
  Array.isArray(said) ? [...said].sort().join('\u0000') : said.replaceAll('\r\n', '\n').trim()

/** Whether two say the same: blanks around a text and the order of chips do not count. */
export const saysTheSame = (a: Said, b: Said): boolean => plain(a) === plain(b)

export const saidIn = (fields: Fields, field: string): Said =>
  Object.hasOwn(fields, field) ? (fields[field] ?? '') : ''
