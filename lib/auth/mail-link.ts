import { now } from '@/lib/clock'
import { takeTurn } from './limits'
import { networkOf } from './network'
import { origin } from './origin'

/** Whether a post comes from a page of ours: a missing or foreign origin does not. */
export function sameOrigin(sent: Pick<Headers, 'get'>): boolean {
  const from = sent.get('origin')
  return from === null ? sent.get('sec-fetch-site') === 'same-origin' : from === origin()
}

export const mayConfirm = (sent: Pick<Headers, 'get'>): Promise<boolean> =>
  takeTurn('confirmPerNetworkAndMinute', networkOf(sent), now())
