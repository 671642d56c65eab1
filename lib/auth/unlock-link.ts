import 'server-only'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { now } from '@/lib/clock'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { paths } from '@/lib/paths'
import { takeTurn } from './limits'
import { isPin, pinCookie, pinHolds, proofOfPin } from './link-pin'
import { origin } from './origin'
import { openLink } from './shared'

/**
 * Opens a link for this browser with its PIN. Every try counts, right or wrong, and the answer is the same for a wrong
 * one and for one too many.
 */
export async function unlockLink({ token, pin }: { token: string; pin: string }): Promise<Result> {
  const opened = (await openLink(token)) ?? notFound()
  if (!opened.locked) return done(undefined)
  const { linkId, pinHash } = opened
  const mayTry = await takeTurn('pinPerLinkAndHour', linkId, now())
  if (!(await isPin(linkId, pin, pinHash)) || !mayTry)
    return refused('share.pin.wrong', { fields: { pin: 'share.pin.wrong' } })
  ;(await cookies()).set(pinCookie, proofOfPin(linkId, pinHash), {
    ...{ httpOnly: true, sameSite: 'lax', secure: origin().startsWith('https:') },
    ...{ path: paths.share(token), maxAge: pinHolds },
  })
  return done(undefined)
}
