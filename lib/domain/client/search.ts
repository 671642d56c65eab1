/**
 * The words of a search as patterns for ILIKE, longest first, at most five. Every word must be somewhere in the
 * household. Words of one or two letters match the beginnings of words only; a telephone number matches however
 * it is grouped, with or without its country or trunk prefix.
 */
export function searchPatterns(typed: string): string[] {
  const clean = typed.normalize('NFC').trim().slice(0, 100)
  const number = telephoneIn(clean)
  if (number) return [`%${number}%`]
  const words = clean.split(/\s+/).filter((word) => word !== '')
  return words
    .sort((a, b) => b.length - a.length)
    .slice(0, 5)
    .map((word) => (word.length < 3 ? `% ${escaped(word)}%` : `%${escaped(word)}%`))
}

function telephoneIn(typed: string): string | null {
  if (!/^[+(\d][\d\s()./-]*$/.test(typed)) return null
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 5 ? digits : null
}

const escaped = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
