import { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { ShareScope } from './audience'

/** Days a link holds where nobody says otherwise, and the most it may. Ours. */
export const usualDays = 14
export const mostDays = 90

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

/** Whom a sitter calls. */
export type Call = { name: string; phone: string }

export type ShareLinkRow = {
  id: string
  animalId: string
  animalName: string
  scope: ShareScope
  /** The letter it opens, where it opens one. */
  letterId: string | null
  label: string
  hasPin: boolean
  madeBy: string
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
  revokedAt: Temporal.Instant | null
  views: number
  lastViewedAt: Temporal.Instant | null
  state: ShareLinkState
}
export type ShareLinks = {
  animal: { id: string; name: string; species: Species; coat: string }
  mayShare: boolean
  /** Where the household said no to sharing with the vet, or, for the practice, was not asked. */
  vetClosed: boolean
  /** What the form begins with. */
  call: Call
  /** Newest first. */
  links: ShareLinkRow[]
}
