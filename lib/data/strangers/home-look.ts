import { Temporal } from 'temporal-polyfill'
import { mintGuardian } from '@/lib/auth/mint'
import { lookAtHome } from '../home-look'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const homeLook: Record<string, StrangerCase> = {
  // Takes no id: the nearest a stranger comes is to call a person of the target their own.
  lookAtHome: (stranger, { household: { contactId } }) =>
    lookAtHome(stranger.kind === 'guardian' ? mintGuardian({ ...stranger, contactId }) : stranger, now),
}
