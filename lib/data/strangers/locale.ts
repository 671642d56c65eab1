import { mintGuardian } from '@/lib/auth/mint'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { chooseLocale, localeOfSheet } from '../locale'
import type { StrangerCase } from './cases'

export const locale: Record<string, StrangerCase> = {
  /** Asked for without an id: the nearest a stranger comes is to call a person of the target their own. */
  chooseLocale: (stranger, { household: { contactId } }) => {
    const viewer = stranger.kind === 'guardian' ? mintGuardian({ ...stranger, contactId }) : stranger
    return chooseLocale(viewer as GuardianViewer, { locale: 'de-DE', units: 'metric' })
  },
  /** What is not theirs is as if nobody were there: English. */
  localeOfSheet: async (stranger, { visitId }) => {
    const locale = await localeOfSheet(stranger as GuardianViewer, 'visit', visitId)
    return locale === 'en-GB' ? null : locale
  },
}
