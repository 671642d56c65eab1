import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { practice } from '@/db/schema'
import { mintSystem } from '@/lib/auth/mint'
import type { SystemViewer } from '@/lib/domain/access/viewer'

/** The machinery of one practice at a job; null where there is no such practice any more. */
export async function systemOf(practiceId: string, job: string): Promise<SystemViewer | null> {
  const [its] = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({ practiceName: practice.name, zone: practice.zone })
      .from(practice)
      .where(eq(practice.id, practiceId)),
  )
  return its ? mintSystem({ practiceId, ...its, job, onBehalfOf: null }) : null
}
