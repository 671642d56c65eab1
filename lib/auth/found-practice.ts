import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { member, practice, protocol, service } from '@/db/schema'
import { library } from '@/lib/domain/protocol/library'
import { text } from '@/lib/format/text'

export type Founding = { practiceId: string; practice: string; zone: string; name: string; email: string }

/** What a new practice offers until it says otherwise: minutes, ours. */
const firstServices = [
  { key: 'first', minutes: 90, place: 'home' },
  { key: 'visit', minutes: 60, place: 'home' },
  { key: 'call', minutes: 30, place: 'remote' },
] as const

/** Writes a practice with its first owner, services and both protocols; the transaction is that practice's. */
export async function foundPractice(
  tx: Tx,
  founding: Founding,
): Promise<{ userId: string; memberId: string }> {
  const { practiceId, zone, name, email } = founding
  const t = text('settings')
  await tx.insert(practice).values({ id: practiceId, name: founding.practice, zone, email })
  const [person] = await tx.execute<{ id: string }>(sql`select app.ensure_user(${email}, ${name}) as id`)
  if (!person) throw new Error('no person came back')
  const memberId = randomUUID()
  await tx.insert(member).values({ practiceId, id: memberId, userId: person.id, name, email, role: 'owner' })
  await tx.insert(service).values(
    firstServices.map(({ key, ...rest }, sort) => ({
      practiceId,
      name: t(`firstServices.${key}`),
      sort,
      ...rest,
    })),
  )
  await tx.insert(protocol).values(
    library.map((definition) => ({
      practiceId,
      key: definition.key,
      version: definition.version,
      species: definition.species,
      name: definition.name,
      definition,
    })),
  )
  return { userId: person.id, memberId }
}
