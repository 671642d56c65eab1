import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction, type Tx } from '@/db/client'
import * as schema from '@/db/schema'
import { mintGuardian, mintMember, mintSystem } from '@/lib/auth/mint'
import type { Role } from '@/lib/domain/access/roles'
import type { GuardianViewer, MemberViewer, SystemViewer } from '@/lib/domain/access/viewer'
import { library } from '@/lib/domain/protocol/library'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { safetyItems } from '@/lib/domain/safety/items'
import type { VisitStatus } from '@/lib/domain/visit/status'

/** A practice of its own for one test: nothing in it is shared, so tests run in any order and at once. */
export type World = {
  practiceId: string
  zone: string
  system: SystemViewer
  /** Owns the practice. */
  boss: MemberViewer
  consultant: MemberViewer
  assistant: MemberViewer
  serviceId: string
  protocols: { cat: string; rat: string }
}

export type Household = {
  clientId: string
  contactId: string
  email: string
  guardian: GuardianViewer
  animalId: string
  /** The guardian again, after more animals moved in. */
  seenBy: (animalIds: string[]) => GuardianViewer
}

/** Mints a practice with three members, one service and both protocols. */
export async function makeWorld({
  zone = 'Europe/Vienna',
  name = 'Slow Door Cat Practice',
} = {}): Promise<World> {
  const practiceId = randomUUID()
  return inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.practice).values({ id: practiceId, name, zone })
    const hire = async (role: Role, person: string): Promise<MemberViewer> => {
      const email = `${role}-${randomUUID()}@example.test`
      const userId = await ensureUser(tx, email, person)
      const memberId = randomUUID()
      await tx.insert(schema.member).values({ practiceId, id: memberId, userId, name: person, email, role })
      return mintMember({
        practiceId,
        practiceName: name,
        zone,
        role,
        memberId,
        userId,
        name: person,
        units: 'metric',
        paper: 'a4',
      })
    }
    const serviceId = randomUUID()
    await tx
      .insert(schema.service)
      .values({ practiceId, id: serviceId, name: 'Home visit', minutes: 60, place: 'home' })
    const [cat, rat] = await tx
      .insert(schema.protocol)
      .values(
        library.map((definition) => ({
          practiceId,
          key: definition.key,
          version: definition.version,
          species: definition.species,
          name: definition.name,
          definition,
        })),
      )
      .returning({ id: schema.protocol.id })
    if (!cat || !rat) throw new Error('the protocol library is not complete')
    return {
      practiceId,
      zone,
      system: mintSystem({ practiceId, practiceName: name, zone, job: 'test', onBehalfOf: null }),
      boss: await hire('owner', 'Ines Marek'),
      consultant: await hire('consultant', 'Jonas Weiss'),
      assistant: await hire('assistant', 'Ada Kern'),
      serviceId,
      protocols: { cat: cat.id, rat: rat.id },
    }
  })
}

/** A household with one person who may sign in and one animal; its home has coordinates if they are given. */
export async function makeHousehold(
  world: World,
  {
    name = 'Berger',
    animal = 'Moth',
    species = 'cat' as 'cat' | 'rat',
    home = {} as { lat: number; lng: number } | Record<string, never>,
  } = {},
): Promise<Household> {
  const { practiceId, zone } = world
  return inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const clientId = randomUUID()
    const email = `guardian-${randomUUID()}@example.test`
    const userId = await ensureUser(tx, email, `Lena ${name}`)
    await tx
      .insert(schema.client)
      .values({ practiceId, id: clientId, name, street: 'Kiln Row 9', town: 'Graz', zone, ...home })
    const contactId = randomUUID()
    await tx
      .insert(schema.contact)
      .values({ practiceId, id: contactId, clientId, name: `Lena ${name}`, email, userId, isMain: true })
    const animalId = randomUUID()
    await tx.insert(schema.animal).values({ practiceId, id: animalId, clientId, name: animal, species })
    const seenBy = (animalIds: string[]) =>
      mintGuardian({
        practiceId,
        practiceName: 'Slow Door Cat Practice',
        zone,
        contactId,
        clientId,
        userId,
        name: `Lena ${name}`,
        animalIds,
        locale: 'en-GB',
        units: 'metric',
        paper: 'a4',
      })
    return { clientId, contactId, email, guardian: seenBy([animalId]), animalId, seenBy }
  })
}

/** A protocol of the practice's own, published. */
export async function makeProtocol({ practiceId }: World, definition: Protocol): Promise<string> {
  const { key, version, species, name } = definition
  const id = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.protocol).values({ practiceId, id, key, version, species, name, definition }),
  )
  return id
}

/** A running plan at a stage entered some days ago. */
export async function makePlan(
  world: World,
  household: Pick<Household, 'animalId'>,
  {
    stageKey = 'C3',
    enteredOn = Temporal.PlainDate.from('2026-05-01'),
    species = 'cat' as 'cat' | 'rat',
    protocolId = '',
  } = {},
): Promise<string> {
  const { practiceId } = world
  const planId = randomUUID()
  const pinned = protocolId || world.protocols[species]
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.plan).values({
      practiceId,
      id: planId,
      animalId: household.animalId,
      protocolId: pinned,
      goal: 'Sit in the yard together on Sunday mornings.',
      goalRisk: 'low',
    })
    await tx.insert(schema.stageEntry).values({
      practiceId,
      planId,
      animalId: household.animalId,
      kind: 'start',
      stageKey,
      protocolId: pinned,
      enteredOn,
      decidedBy: world.consultant.memberId,
    })
  })
  return planId
}

/** The whole safety list, seen on that day at home; what holds for a day only is open again on the next. */
export async function makeSafetyList(
  { practiceId, consultant }: World,
  { animalId }: Pick<Household, 'animalId'>,
  on: Temporal.PlainDate,
): Promise<void> {
  const seen = { practiceId, animalId, passed: on, validUntil: on, recordedBy: consultant.memberId }
  const items = safetyItems.filter(({ force }) => force === 'blocks')
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.safetyRecord).values(items.map(({ key }) => ({ ...seen, item: key }))),
  )
}

async function ensureUser(tx: Tx, email: string, name: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select app.ensure_user(${email}, ${name}) as id`)
  if (!row) throw new Error('no user came back')
  return row.id
}

/** A booked visit with the household's animal, an hour long, with nothing blocked around it. */
export async function makeVisit(
  world: World,
  household: Pick<Household, 'clientId' | 'animalId'>,
  {
    localStart = Temporal.PlainDateTime.from('2026-05-14T10:15'),
    consultant = world.consultant,
    animalIds = [household.animalId],
    status = 'booked' as VisitStatus,
  } = {},
): Promise<string> {
  const { practiceId, zone, serviceId } = world
  const visitId = randomUUID()
  const from = localStart.toZonedDateTime(zone).toInstant()
  const during = { from, until: from.add({ minutes: 60 }) }
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.visit).values({
      practiceId,
      id: visitId,
      clientId: household.clientId,
      serviceId,
      consultantId: consultant.memberId,
      status,
      localStart,
      zone,
      minutes: 60,
      place: 'home',
      during,
      blocked: during,
    })
    await tx
      .insert(schema.visitAnimal)
      .values(animalIds.map((animalId) => ({ practiceId, visitId, animalId })))
  })
  return visitId
}
