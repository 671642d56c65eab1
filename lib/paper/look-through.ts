import type { Temporal } from 'temporal-polyfill'
import { throughLinkFor } from '@/lib/auth/by-link'
import { shareLinksOf } from '@/lib/data/share-link'
import { sharedOf } from '@/lib/data/shared'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { audiences, type Audience } from '@/lib/domain/share/audience'
import type { Shared } from '@/lib/domain/share/shared'
import type { Sheet } from '@/lib/domain/paper/sheet'
import { sizesOf } from './pdf'
import { sheetOfLink } from './sheets'

export type LookThrough = {
  audience: Audience
  seen: { shared: Shared } | { sheet: Sheet; sizes: readonly number[] }
}

/**
 * What a link for this audience would show, read with the very eyes it gives. NotFound for whoever may not share the
 * animal, and of what the household keeps from its vet.
 */
export async function lookThrough(
  maker: MemberViewer | GuardianViewer,
  animalId: string,
  asked: string,
  now: Temporal.Instant,
): Promise<LookThrough> {
  const audience = audiences.find((one) => one === asked)
  const { animal, mayShare, vetClosed, call } = await shareLinksOf(maker, animalId, now)
  if (!audience || !mayShare || (audience === 'vet' && vetClosed)) throw new NotFound()
  const viewer = throughLinkFor(maker, animal.id, audience, call)
  if (audience !== 'vet') return { audience, seen: { shared: await sharedOf(viewer, now) } }
  const sheet = await sheetOfLink(viewer, now)
  return { audience, seen: { sheet, sizes: await sizesOf(sheet) } }
}
