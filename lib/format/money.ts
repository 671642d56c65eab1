import { amountOf } from '@/lib/domain/service/money'
import { locale } from './locale'

/** "£85.50", from the minor unit of an ISO 4217 currency. */
export const money = (minor: number, currency: string): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(Number(amountOf(minor, currency)))

/** "GBP, British pound", for a list to choose from. */
export const currencyName = (currency: string): string =>
  `${currency}, ${new Intl.DisplayNames(locale(), { type: 'currency' }).of(currency) ?? ''}`
