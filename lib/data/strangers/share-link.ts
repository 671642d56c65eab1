import { Temporal } from 'temporal-polyfill'
import { makeShareLink, revokeShareLink, shareLinksOf, shareLinksOfClient } from '../share-link'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

const anyLink = { audience: 'friend', days: 7, pin: '', callName: '', callPhone: '' } as const

export const shareLink: Record<string, StrangerCase> = {
  shareLinksOf: (stranger, { household }) => shareLinksOf(stranger, household.animalId, now),
  makeShareLink: (stranger, { household: { animalId } }) =>
    makeShareLink(stranger, { animalId, ...anyLink, label: 'mine now' }, now),
  shareLinksOfClient: (stranger, { household }) => shareLinksOfClient(stranger, household.clientId, now),
  revokeShareLink: async (stranger, { world, household: { animalId } }) => {
    const { links } = await shareLinksOf(world.consultant, animalId, now)
    return revokeShareLink(stranger, { linkId: links[0]?.id ?? '' }, now)
  },
}
