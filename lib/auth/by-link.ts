import { defaultLocale } from '@/lib/domain/account/locale'
import type { GuardianViewer, MemberViewer, ShareViewer } from '@/lib/domain/access/viewer'
import type { Audience } from '@/lib/domain/share/audience'
import type { Call } from '@/lib/domain/share/link'
import { mintGuardian, mintShare } from './mint'

/**
 * Who writes for a household through a partner's link: its one animal, under the name that was given, and no person's
 * id. lib/data asks for it once the link was found to stand.
 */
export const householdByLink = (link: ShareViewer, clientId: string, name: string): GuardianViewer =>
  mintGuardian({
    ...{ practiceId: link.practiceId, practiceName: link.practiceName, zone: link.zone },
    ...{ clientId, contactId: link.linkId, userId: '', linkId: link.linkId, name },
    ...{ animalIds: link.animalIds, locale: defaultLocale, units: 'metric', paper: 'a4' },
  })

/** Whoever makes a link, looking through it before it is sent: the same eyes, of no link yet. */
export const throughLinkFor = (
  maker: MemberViewer | GuardianViewer,
  animalId: string,
  scope: Audience,
  call: Call,
): ShareViewer =>
  mintShare({
    ...{ practiceId: maker.practiceId, practiceName: maker.practiceName, zone: maker.zone },
    ...{ scope, linkId: '00000000-0000-0000-0000-000000000000', animalIds: [animalId], call },
  })
