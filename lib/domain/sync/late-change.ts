import { shownOfBlock } from '@/lib/domain/note/summary'
import type { Change, Said } from './said'

/** An addition to a signed note as it is put to a person; nothing is added before they say so. */
export type ProposedAmendment = { body: string; shown: boolean }

/** The longest an amendment may be, in characters (`amendmentSchema`). */
export const longestAmendment = 4000

const readAtHome = new Set<string>(shownOfBlock)

/** Whether the household reads this field on its summary; what it does not must not reach it by an amendment. */
export const isReadAtHome = (field: string): boolean =>
  field === 'body.letter' || (field.startsWith('animals.') && readAtHome.has(field.split('.')[2] ?? ''))

/**
 * What came too late for a signed note, as additions to it: what the household reads apart from what it does
 * not, each at most 4,000 characters long and none of the words left out. `named` says a field's name.
 */
export function proposeAmendments(
  changes: readonly Change[],
  named: (field: string) => string,
): ProposedAmendment[] {
  return [true, false].flatMap((shown) => {
    const parts = changes
      .filter(({ field }) => isReadAtHome(field) === shown)
      .map(({ field, mine }) => `${named(field)}: ${inWords(mine)}`)
    return packed(parts)
      .filter((body) => body.trim() !== '')
      .map((body) => ({ body, shown }))
  })
}

const inWords = (said: Said): string => (Array.isArray(said) ? said.join(', ') : said.trim()) || '–'

/** As few texts as it takes, in order, none too long. */
function packed(parts: readonly string[]): string[] {
  const bodies: string[] = []
  for (const part of parts.flatMap(pieces)) {
    const last = bodies.at(-1)
    if (last !== undefined && last.length + 1 + part.length <= longestAmendment)
      bodies[bodies.length - 1] = `${last}\n${part}`
    else bodies.push(part)
  }
  return bodies
}

/** Cut between characters, never inside one. */
function pieces(text: string): string[] {
  const cut: string[] = ['']
  for (const character of text) {
    const last = cut.at(-1) ?? ''
    if (last.length + character.length > longestAmendment) cut.push(character)
    else cut[cut.length - 1] = last + character
  }
  return cut
}
