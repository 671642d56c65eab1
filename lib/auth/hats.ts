import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import type { Locale } from '@/lib/domain/account/locale'
import type { Role } from '@/lib/domain/access/roles'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { mintGuardian, mintMember } from './mint'
import { hashToken } from './session-token'

type Row = {
  user_id: string
  last_used_at: string
  email: string | null
  kind: 'member' | 'guardian' | 'nobody'
  practice_id: string
  practice_name: string
  zone: string
  units: 'metric' | 'imperial'
  paper: 'a4' | 'letter'
  locale: Locale
  person_id: string
  name: string
  role: Role
  client_id: string
  animal_ids: string[]
}

/** Everything a session token opens: the person, and a viewer for each practice and household of theirs. */
export type Hats = {
  userId: string
  email: string | null
  lastUsedAt: Temporal.Instant
  members: MemberViewer[]
  guardians: GuardianViewer[]
}

/** Reads the hats of a session token in one query; null where the session is unknown, over or rested. */
export async function hatsOf(token: string): Promise<Hats | null> {
  const rows = await inTransaction({}, (tx) =>
    tx.execute<Row>(sql`select * from app.viewers_of_session(${hashToken(token)})`),
  )
  const person = rows.find((row) => row.kind === 'nobody')
  if (!person) return null
  return {
    userId: person.user_id,
    email: person.email,
    lastUsedAt: Temporal.Instant.from(person.last_used_at.replace(' ', 'T')),
    members: rows
      .filter((row) => row.kind === 'member')
      .map((row) => mintMember({ ...inPractice(row), memberId: row.person_id, role: row.role })),
    guardians: rows
      .filter((row) => row.kind === 'guardian')
      .map((row) =>
        mintGuardian({
          ...inPractice(row),
          contactId: row.person_id,
          clientId: row.client_id,
          locale: row.locale,
          animalIds: row.animal_ids,
        }),
      ),
  }
}

const inPractice = (row: Row) => ({
  practiceId: row.practice_id,
  practiceName: row.practice_name,
  zone: row.zone,
  userId: row.user_id,
  name: row.name,
  units: row.units,
  paper: row.paper,
})
