import { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'

/** Days a link holds where nobody says otherwise, and the most it may. Ours. */
export const usualDays = 14
export const mostDays = 90

export const shareScopes = ['progress', 'vet'] as const
export type ShareScope = (typeof shareScopes)[number]

export const shareLinkStates = ['live', 'expired', 'revoked'] as const
export type ShareLinkState = (typeof shareLinkStates)[number]

/** Revoked stays revoked, also past its day; a link is over at the moment it expires. */
export function stateOfLink(
  link: { expiresAt: Temporal.Instant; revokedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): ShareLinkState {
  if (link.revokedAt) return 'revoked'
  return Temporal.Instant.compare(link.expiresAt, now) <= 0 ? 'expired' : 'live'
}

export type ShareLinkRow = {
  id: string
  /** The letter a vet's link opens; null for the animal's way. */
  letterId: string | null
  label: string
  /** The first letters of its token, to tell links apart. */
  prefix: string
  madeBy: string
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
  views: number
  lastViewedAt: Temporal.Instant | null
  state: ShareLinkState
}
export type ShareLinks = {
  animal: { id: string; name: string; species: Species; coat: string }
  mayShare: boolean
  /** Newest first. */
  links: ShareLinkRow[]
}
