import { Temporal } from 'temporal-polyfill'

/** A day from an address bar; anything that is not one, or lies centuries off, is as if it were left out. */
export function askedDay(text: string | undefined): Temporal.PlainDate | undefined {
  if (!text || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
