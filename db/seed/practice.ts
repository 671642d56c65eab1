import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { randomUUID } from 'node:crypto'
import { inTransaction } from '@/db/client'
import { demoPeople } from '@/lib/auth/demo-link'
import { foundPractice } from '@/lib/auth/found-practice'
import { mintMember } from '@/lib/auth/mint'
import { inviteMember } from '@/lib/data/member'
import { saveSettings } from '@/lib/data/practice'
import { servicesOf } from '@/lib/data/service'
import type { Role } from '@/lib/domain/access/roles'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { practiceSchema } from '@/lib/domain/practice/schema'
import { must, type StoryClock } from './clock'
import { publishes } from './protocols'
import { slowDoor } from './slow-door'
import { town, zone, type ConsultantKey, type ServiceKey } from './story'

export type Practice = {
  practiceId: string
  staff: Record<ConsultantKey, MemberViewer> & { assistant: MemberViewer }
  services: Record<ServiceKey, string>
}

export const practiceName = 'Slow Door Cat Practice'
const inPractice = { practiceName, zone, units: 'metric', paper: 'a4' } as const

/** The practice with its three people, its address and its services. */
export async function openPractice(clock: StoryClock, at: Temporal.Instant): Promise<Practice> {
  const practiceId = randomUUID()
  const name = 'Mairi Sinclair'
  const owner = await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await clock.remember(tx, at)
    const email = demoPeople.consultant
    return foundPractice(tx, { practiceId, practice: practiceName, zone, name, email })
  })
  const mairi = mintMember({ ...inPractice, practiceId, ...owner, role: 'owner', name })
  const settings = practiceSchema.parse({
    version: 1,
    name: practiceName,
    zone,
    units: 'metric',
    paper: 'a4',
    email: 'hello@slowdoor.example',
    phone: '0131 496 0100',
    baseStreet: '14 Bellfield Mews',
    baseTown: town,
    base: '55.9581, -3.2109',
    dayStart: '07:30',
    dayEnd: '19:00',
  })
  await clock.at(at.add({ minutes: 10 }), mairi, async () =>
    must(await saveSettings(mairi, settings), 'the settings'),
  )
  const hire = async (person: string, email: string, role: Role, minutes: number) => {
    const [memberId, userId] = await clock.at(at.add({ minutes }), mairi, async (tx) => {
      const made = must(await inviteMember(mairi, { name: person, email, role }), person)
      const [user] = await tx.execute<{ id: string }>(sql`select app.ensure_user(${email}, ${person}) as id`)
      return [made.id, user?.id ?? '']
    })
    return mintMember({ ...inPractice, practiceId, memberId, userId, role, name: person })
  }
  const jonas = await hire('Jonas Weiß', 'jonas@slowdoor.example', 'consultant', 20)
  const assistant = await hire('Ada Okafor', 'ada@slowdoor.example', 'assistant', 25)
  await publishes(clock, at.add({ minutes: 40 }), mairi, slowDoor)
  const [first, visit, call] = await servicesOf(mairi)
  if (!first || !visit || !call) throw new Error('a new practice offers three services')
  return {
    practiceId,
    staff: { mairi, jonas, assistant },
    services: { first: first.id, visit: visit.id, call: call.id },
  }
}
