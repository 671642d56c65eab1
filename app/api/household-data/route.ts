import { cameFromHere } from '@/lib/actions/define'
import { withEveryAnimal } from '@/lib/auth/every-animal'
import { takeTurn } from '@/lib/auth/limits'
import { currentGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { dayOf } from '@/lib/domain/time/time'
import { householdZip } from '@/lib/download/household-zip'
import { oneAtATime } from '@/lib/download/one-at-a-time'
import { paths } from '@/lib/paths'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/**
 * Everything about the household of whoever asks, as one zip. It is made for this one answer and kept nowhere, so there
 * is no address that somebody could find. One at a time a household, three times a day a person.
 */
export async function POST(): Promise<Response> {
  const viewer = await currentGuardian()
  if (!viewer || !(await cameFromHere())) return new Response(null, { status: 404, headers: privately })
  const moment = now()
  const turn = oneAtATime(viewer.clientId)
  if (!turn) return back('busy')
  try {
    if (!(await takeTurn('downloadPerPersonAndDay', viewer.userId, moment))) {
      turn.end()
      return back('often')
    }
    const zip = await householdZip(await withEveryAnimal(viewer), moment)
    return new Response(turn.until(zip), {
      headers: {
        ...privately,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="doorstep-${dayOf(moment, viewer.zone).toString()}.zip"`,
      },
    })
  } catch (error) {
    turn.end()
    throw error
  }
}

/** To the page, which says why not. */
const back = (why: 'busy' | 'often') =>
  new Response(null, { status: 303, headers: { ...privately, location: paths.ownData(why) } })
