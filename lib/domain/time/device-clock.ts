/**
 * Milliseconds since 1970 by the clock of the device in somebody's hand. The clock that counts from the opening of
 * a page would stand still while a phone sleeps.
 */
export const deviceNow = (): number => Date.now()
