/** The sentences of a homework wording: each ends with . ! or ? before a blank, or with its line. */
export const sentencesOf = (wording: string): string[] =>
  wording
    .split(/(?<=[.!?]["”’)]?)\s+|\s*\n\s*/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
