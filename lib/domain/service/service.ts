import type { ServiceMark } from './marks'
import { amountOf } from './money'
import type { ServicePlace } from './schema'

export type Service = {
  id: string
  name: string
  minutes: number
  place: ServicePlace
  setupMinutes: number
  wrapupMinutes: number
  /** The longest way to it, minutes; null is no limit. */
  maxTravelMinutes: number | null
  noticeHours: number
  horizonDays: number
  /** In the minor unit of `currency`, the practice's. */
  priceMinor: number | null
  currency: string
  priceShown: boolean
  preparation: string
  mark: ServiceMark
  ownerMayBook: boolean
  retired: boolean
  version: number
}

/** What a household is told of a service; the price only where the practice shows it. */
export type ToldOfService = { preparation: string; price: { minor: number; currency: string } | null }

/** A service as the fields of its form. */
export const serviceFields = (kept: Omit<Service, 'id' | 'retired' | 'version'>) => ({
  name: kept.name,
  minutes: String(kept.minutes),
  place: kept.place,
  setupMinutes: String(kept.setupMinutes),
  wrapupMinutes: String(kept.wrapupMinutes),
  maxTravelMinutes: kept.maxTravelMinutes === null ? '' : String(kept.maxTravelMinutes),
  noticeHours: String(kept.noticeHours),
  horizonDays: String(kept.horizonDays),
  price: kept.priceMinor === null ? '' : amountOf(kept.priceMinor, kept.currency),
  priceShown: kept.priceShown ? 'on' : undefined,
  preparation: kept.preparation,
  mark: kept.mark,
  ownerMayBook: kept.ownerMayBook ? 'on' : undefined,
})
