import { diffWordsWithSpace } from 'diff'

export type Piece = { text: string; is: 'same' | 'gone' | 'new' }

/** What went and what came, word by word: leaving out what is new gives the old text, leaving out what went the new. */
export const wordsApart = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }))
