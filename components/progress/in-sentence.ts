/** A word of the catalogue inside a sentence: "Tail up" is "tail up". */
export const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
