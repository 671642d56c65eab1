import { and, eq, lte } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { waitingOffer } from '@/db/schema'
import { passOnOffers } from '@/lib/data/waiting-turn'
import { systemOf } from './system-of'

/** Ends the offers of every practice whose time to answer is over, and asks the next ones. */
export async function passOnEverywhere(now: Temporal.Instant): Promise<void> {
  const due = await inTransaction({ purpose: 'upkeep' }, (tx) =>
    tx
      .selectDistinct({ practiceId: waitingOffer.practiceId })
      .from(waitingOffer)
      .where(and(eq(waitingOffer.state, 'open'), lte(waitingOffer.until, now))),
  )
  for (const { practiceId } of due) {
    const system = await systemOf(practiceId, 'offers')
    if (system) await passOnOffers(system, now)
  }
}
