import { createHmac, timingSafeEqual } from 'node:crypto'

/** Who can be looked at in the demo, by the address the seed gives them. */
export const demoPeople = { consultant: 'mairi@slowdoor.example', owner: 'niamh@orourke.example' } as const
export type DemoPerson = keyof typeof demoPeople

export const isDemoPerson = (word: string): word is DemoPerson => Object.hasOwn(demoPeople, word)

/** What opens the demo as this person: nobody knows it who does not know the secret of this checkout. */
export const demoToken = (who: DemoPerson, secret: string): string =>
  createHmac('sha256', secret).update(`demo:${who}`).digest('base64url').slice(0, 32)

export function opensDemo(who: DemoPerson, token: string, secret: string): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(demoToken(who, secret))]
  return given.length === right.length && timingSafeEqual(given, right)
}
