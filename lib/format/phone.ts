/** A phone number after a name: on one line, and from left to right whichever way the name runs. */
export const phoneAfterName = (number: string): string => `\u200e${number.trim().replaceAll(' ', '\u00a0')}`
