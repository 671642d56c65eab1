/** Digits and letters that are not mistaken for one another on paper (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve characters, 60 bits: from random bytes, of which it takes five bits each. */
export const cardCodeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, 12), (byte) => alphabet[byte & 31]).join('')

/** As it is printed: three groups of four. */
export const spacedCardCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** As it was meant, however it was typed; null where it cannot be one. */
export function readCardCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === 12 && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}
