/** How a household heard of the practice; anything else is kept in its own words. */
export const heardFromChoices = [
  'vet',
  'friend',
  'search',
  'social',
  'shelter',
  'breeder',
  'article',
  'other',
] as const
export type HeardFrom = (typeof heardFromChoices)[number]

const isChoice = (word: string): word is HeardFrom => (heardFromChoices as readonly string[]).includes(word)

/** What is kept: the choice, or the person's own words where none fits. */
export const heardFromKept = (choice: HeardFrom | undefined, words: string): string | null =>
  choice === 'other' && words !== '' ? words : (choice ?? null)

/** What was kept, as the form shows it. */
export function heardFromShown(kept: string | null): { choice: HeardFrom | ''; words: string } {
  if (kept === null || kept === '') return { choice: '', words: '' }
  return isChoice(kept) ? { choice: kept, words: '' } : { choice: 'other', words: kept }
}
