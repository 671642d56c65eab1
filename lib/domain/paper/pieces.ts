import type { Species } from '@/lib/domain/observation/vocabulary'
import type { SheetBlock } from './sheet'

// Short ways to say a block.

export const heading = (words: string): SheetBlock => ({ is: 'heading', words })
export const subheading = (words: string): SheetBlock => ({ is: 'subheading', words })
export const plain = (words: string): SheetBlock => ({ is: 'words', words, strong: false })
export const strong = (words: string): SheetBlock => ({ is: 'words', words, strong: true })
export const fine = (words: string): SheetBlock => ({ is: 'fine', words })
export const points = (items: string[]): SheetBlock => ({ is: 'points', items })
export const stop = (species: Species, head: string, words: string, items: string[] = []): SheetBlock => ({
  ...{ is: 'stop', species, head, words, items },
})

/** Nothing where nothing was said. */
export const ifSaid = (words: string, ...made: ((words: string) => SheetBlock)[]): SheetBlock[] =>
  words.trim() === '' ? [] : made.map((make) => make(words))
/** Nothing of an empty list. */
export const ifAny = <T>(items: readonly T[], make: (items: readonly T[]) => SheetBlock[]): SheetBlock[] =>
  items.length === 0 ? [] : make(items)
