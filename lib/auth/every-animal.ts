import { sql } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { mintGuardian } from './mint'

/** The same person with every animal that ever lived at their home, those put away as well: for what they take along. */
export async function withEveryAnimal(viewer: GuardianViewer): Promise<GuardianViewer> {
  const { practiceId, clientId, userId } = viewer
  const rows = await inTransaction({ practiceId, clientId, userId, role: 'guardian' }, (tx) =>
    tx.execute<{ id: string }>(sql`select app.animals_of_home() as id`),
  )
  const { kind: _, ...facts } = viewer
  return mintGuardian({ ...facts, animalIds: rows.map(({ id }) => id) })
}
