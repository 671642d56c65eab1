import { Temporal } from 'temporal-polyfill'
import { makeShareLink, revokeShareLink, shareLinksOf } from '../share-link'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const shareLink: Record<string, StrangerCase> = {
  shareLinksOf: (stranger, { household }) => shareLinksOf(stranger, household.animalId, now),
  makeShareLink: (stranger, { household: { animalId } }) =>
    makeShareLink(stranger, { animalId, label: 'mine now', days: 7 }, now),
  revokeShareLink: async (stranger, { world, household: { animalId } }) => {
    const { links } = await shareLinksOf(world.consultant, animalId, now)
    return revokeShareLink(stranger, { linkId: links[0]?.id ?? '' }, now)
  },
}
