export type Range = { from: number; to: number }

/**
 * The stretch of a file that a request asks for (`bytes=0-499`, `bytes=500-`, `bytes=-500`), both ends
 * included. Null where none is asked for or in a way nobody has to understand: then all of it is answered.
 * `outside` where the file ends before.
 */
export function rangeFrom(header: string | null, size: number): Range | null | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'outside' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  if (from >= size) return 'outside'
  if (last !== '' && Number(last) < from) return null
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
