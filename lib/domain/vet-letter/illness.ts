const endings = /\p{L}+(?:itis|osis|opathy|opathies|aemia|plasia)(?!\p{L})/giu

const names = new RegExp(
  `\\b(?:${[
    'diagnos(?:e|ed|is|tic)',
    'diseases?',
    'disorders?',
    'syndromes?',
    'infections?|infected',
    'asthma(?:tic)?',
    'diabet(?:es|ic)',
    'cancer|tumou?rs?|lymphoma|sarcoma|carcinoma',
    'an(?:a)?emi[ac]',
    'leuk(?:a)?emia',
    'epilep(?:sy|tic)',
    'hyperthyroid(?:ism)?|hypothyroid(?:ism)?',
    'hyper(?:a)?esthesia',
    'arthritic',
    'depress(?:ion|ed)',
    'cat flu|herpes|mycoplasma|toxoplasma',
    'FIV|FeLV|FIP|FLUTD|FIC|IBD|CKD|HCM',
  ].join('|')})(?!\\p{L})`,
  'giu',
)

/**
 * The words of a text that name an illness, as they stand there: what was seen is ours to say, what it is called is
 * the vet's. By the endings of medical words and a short list of names. Ours; it may miss one.
 */
export const illnessesNamedIn = (words: string): string[] => [
  ...new Set([endings, names].flatMap((pattern) => words.match(pattern) ?? [])),
]
