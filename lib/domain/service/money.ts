/** Currencies a practice can charge in (ISO 4217), with the digits of their minor unit. */
export const currencyDigits = {
  AUD: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HUF: 2,
  ILS: 2,
  ISK: 0,
  JPY: 0,
  KWD: 3,
  MXN: 2,
  NOK: 2,
  NZD: 2,
  PLN: 2,
  RON: 2,
  SEK: 2,
  SGD: 2,
  TRY: 2,
  USD: 2,
  ZAR: 2,
} as const
export type Currency = keyof typeof currencyDigits
export const currencies = Object.keys(currencyDigits) as [Currency, ...Currency[]]

const digitsOf = (currency: string): number => currencyDigits[currency as Currency] ?? 2

/** "85", "85.50" or "85,5" in the currency's minor unit, 0 to 100,000,000; null where it is no such amount. */
export function minorOf(amount: string, currency: string): number | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(amount.trim()) ?? []
  const digits = digitsOf(currency)
  if (whole === undefined || part.length > digits) return null
  const minor = Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0') || 0)
  return minor <= 100_000_000 ? minor : null
}

/** The same, as a field shows it: "85.50". */
export function amountOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
