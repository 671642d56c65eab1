import { cameFromHere } from '@/lib/actions/define'
import { currentGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { lookAtHome } from '@/lib/data/home-look'

/** Told by the home once somebody really sees it: a page fetched ahead is no look. */
export async function POST(): Promise<Response> {
  const viewer = await currentGuardian()
  if (!viewer || !(await cameFromHere())) return new Response(null, { status: 404 })
  await lookAtHome(viewer, now())
  return new Response(null, { status: 204 })
}
