/** What urgent words ask for, the most pressing first: the animal's life, then its injuries, then the rest. */
export const urgentKinds = ['vet_now', 'stuck', 'injury', 'escaped', 'vet', 'bite'] as const
export type UrgentKind = (typeof urgentKinds)[number]

/**
 * Ways to say a thing in one language: words in their order, `limp*` for every word that begins so, `…` for up to
 * four words between. A long word is known with one letter wrong, left out or too many.
 */
export type UrgentWords = Record<UrgentKind, readonly string[]>

/**
 * What these words ask to be done at once, in whatever language they are. Nothing is made of "not" or "no longer": a
 * false alarm costs a glance, a miss may cost an animal. Never a diagnosis.
 */
export function urgentIn(said: string, languages: readonly UrgentWords[]): UrgentKind[] {
  const words = wordsOf(said)
  return urgentKinds.filter((kind) =>
    languages.some((language) => language[kind].some((way) => isSaid(words, partsOf(way)))),
  )
}

/** Letters alone, without accents and in one case: "Atmet NICHT!" and "can’t" as people type them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replaceAll('ß', 'ss')

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

const known = new Map<string, string[]>()
function partsOf(way: string): string[] {
  const before = known.get(way)
  if (before) return before
  const parts = way.split(/\s+/).map((part) => (part === '…' ? part : plain(part)))
  known.set(way, parts)
  return parts
}

const mostBetween = 4

const isSaid = (words: readonly string[], parts: readonly string[]): boolean =>
  words.some((_, at) => follows(words, at, parts, 0))

function follows(words: readonly string[], at: number, parts: readonly string[], nth: number): boolean {
  const part = parts[nth]
  if (part === undefined) return true
  if (part === '…')
    return Array.from({ length: mostBetween + 1 }, (_, gap) => at + gap).some((next) =>
      follows(words, next, parts, nth + 1),
    )
  const word = words[at]
  return word !== undefined && isWord(word, part) && follows(words, at + 1, parts, nth + 1)
}

/** From this length on a word may have one letter wrong. Ours. */
const longEnough = 6

function isWord(word: string, part: string): boolean {
  const open = part.endsWith('*')
  const stem = open ? part.slice(0, -1) : part
  if (open ? word.startsWith(stem) : word === stem) return true
  if (stem.length < longEnough || word[0] !== stem[0]) return false
  const lengths = open ? [stem.length - 1, stem.length, stem.length + 1] : [word.length]
  return lengths.some((length) => isNear(word.slice(0, length), stem))
}

/** Whether one letter more, less, other, or two that changed places make the two the same. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
