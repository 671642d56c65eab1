import { FreedTime } from '@/components/waiting/freed-time'
import { offerTime, withdrawOffers } from '@/lib/actions/waiting'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { freedTimeOf } from '@/lib/data/waiting-offer'

/** Comes after the page: for whom a time fits takes statements of its own. */
export async function TimeItLeft({ visitId }: { visitId: string }) {
  const freed = await freedTimeOf(await requireMember(), visitId, now())
  return freed && <FreedTime freed={freed} actions={{ offer: offerTime, withdraw: withdrawOffers }} />
}
