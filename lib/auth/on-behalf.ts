import type { GuardianViewer, SystemViewer } from '@/lib/domain/access/viewer'
import { mintSystem } from './mint'

/**
 * The practice's own machinery, set to work by an animal owner: it knows whole days, where a household only knows
 * its own visits. The verb that calls it has made sure that what it works on is that household's; nothing it reads
 * of others may go back to it. What it writes down is the person's.
 */
export const practiceFor = ({ practiceId, practiceName, zone, userId }: GuardianViewer): SystemViewer =>
  mintSystem({ practiceId, practiceName, zone, job: 'household', onBehalfOf: userId })
