import { and, eq, lte } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { practice, waitingOffer } from '@/db/schema'
import { mintSystem } from '@/lib/auth/mint'
import { passOnOffers } from '@/lib/data/waiting-turn'

/** Ends the offers of every practice whose time to answer is over, and asks the next ones. */
export async function passOnEverywhere(now: Temporal.Instant): Promise<void> {
  const due = await inTransaction({ purpose: 'upkeep' }, (tx) =>
    tx
      .selectDistinct({ practiceId: waitingOffer.practiceId })
      .from(waitingOffer)
      .where(and(eq(waitingOffer.state, 'open'), lte(waitingOffer.until, now))),
  )
  for (const { practiceId } of due) {
    const [its] = await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx
        .select({ practiceName: practice.name, zone: practice.zone })
        .from(practice)
        .where(eq(practice.id, practiceId)),
    )
    if (its) await passOnOffers(mintSystem({ practiceId, ...its, job: 'offers', onBehalfOf: null }), now)
  }
}
