import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries, inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { clientSchema, newClientSchema } from '@/lib/domain/client/schema'
import { NotFound } from '@/lib/domain/result/result'
import { addAnimal } from './animal-change'
import { clientFacts, clientPage, householdOf } from './client'
import { addClient, archiveClient, restoreClient, saveClient } from './client-change'
import { listClients } from './client-list'
import { addContact } from './contact'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const form = (more: Record<string, unknown> = {}) =>
  newClientSchema.parse({ zone: 'Europe/Vienna', person: { name: 'Lena O’Hara' }, ...more })

let world: World
let household: Household
beforeAll(async () => {
  world = await makeWorld()
  household = await makeHousehold(world)
})

async function bookVisit(clientId: string, wall: string, status: 'booked' | 'done' = 'booked') {
  const localStart = Temporal.PlainDateTime.from(wall)
  const from = localStart.toZonedDateTime(world.zone).toInstant()
  const during = { from, until: from.add({ minutes: 60 }) }
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.visit).values({
      practiceId: world.practiceId,
      clientId,
      serviceId: world.serviceId,
      consultantId: world.consultant.memberId,
      localStart,
      zone: world.zone,
      minutes: 60,
      place: 'home',
      status,
      during,
      blocked: during,
    }),
  )
}

async function added(more: Record<string, unknown> = {}): Promise<string> {
  const answer = await addClient(world.assistant, form(more))
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.id
}

describe('adding a household', () => {
  it('takes the person’s name where it has none', async () => {
    const page = await clientPage(world.consultant, await added(), now)
    expect(page.name).toBe('Lena O’Hara')
    expect(page.people).toMatchObject([{ name: 'Lena O’Hara', isMain: true, maySignIn: false }])
  })

  it('keeps odd names and long addresses as they were typed', async () => {
    const street = 'ל'.repeat(200)
    const id = await added({ name: "D'Árcy 🐈 \\ 100%", street, coordinates: '47.07, 15.43' })
    const facts = await clientFacts(world.consultant, id)
    expect(facts).toMatchObject({ name: "D'Árcy 🐈 \\ 100%", street, lat: 47.07, lng: 15.43 })
    const found = await listClients(world.consultant, { search: '100% \\' }, now)
    expect(found.clients.map((line) => line.id)).toEqual([id])
  })

  it('lets the main person sign in where asked', async () => {
    const email = `${randomUUID()}@example.test`
    const id = await added({ person: { name: 'Ada', email, maySignIn: 'on' } })
    const page = await clientPage(world.consultant, id, now)
    expect(page.people).toMatchObject([{ email, maySignIn: true }])
  })
})

describe('two tabs', () => {
  const change = (id: string, version: number, more: Record<string, unknown>) =>
    clientSchema.parse({ id, version, name: 'Berger', zone: 'Europe/Vienna', ...more })

  it('tell the later save what stands, and lose nothing', async () => {
    const id = await added({ name: 'Berger', heardFrom: 'vet' })
    const first = await saveClient(world.boss, change(id, 1, { street: 'Row 1', heardFrom: 'friend' }))
    expect(first.ok).toBe(true)
    const second = await saveClient(world.assistant, change(id, 1, { street: 'Row 2', heardFrom: 'vet' }))
    expect(second).toMatchObject({
      ok: false,
      reason: 'errors.conflict',
      version: 2,
      theirs: { street: 'Row 1', heardFrom: 'A friend or another client' },
    })
    const again = await saveClient(world.assistant, change(id, 2, { street: 'Row 2', heardFrom: 'vet' }))
    expect(again.ok).toBe(true)
    expect(await clientFacts(world.boss, id)).toMatchObject({ street: 'Row 2', heardFrom: 'vet', version: 3 })
  })

  it('that say the same do not quarrel', async () => {
    const id = await added({ name: 'Berger' })
    await saveClient(world.boss, change(id, 1, { town: 'Graz' }))
    expect((await saveClient(world.boss, change(id, 1, { town: 'Graz' }))).ok).toBe(true)
  })

  it('saving at once: one of eight wins', async () => {
    const id = await added({ name: 'Berger' })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        saveClient(world.boss, change(id, 1, { street: `Row ${index}` })),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })
})

describe('archiving', () => {
  it('is refused while a visit is booked, and not for what is over', async () => {
    const id = await added()
    await bookVisit(id, '2026-05-01T09:00', 'done')
    await bookVisit(id, '2026-05-20T09:00')
    expect(await archiveClient(world.assistant, { id }, now)).toMatchObject({
      ok: false,
      reason: 'client.refusal.visitsAhead',
      values: { count: 1 },
    })
    const later = Temporal.Instant.from('2026-05-21T00:00:00Z')
    expect((await archiveClient(world.assistant, { id }, later)).ok).toBe(true)
    expect((await clientFacts(world.boss, id)).archivedAt).not.toBeNull()
    expect((await restoreClient(world.assistant, { id })).ok).toBe(true)
    expect((await clientFacts(world.boss, id)).archivedAt).toBeNull()
  })

  it('shows in the list under its own view', async () => {
    const id = await added({ name: 'Zorn' })
    await archiveClient(world.boss, { id }, now)
    const current = await listClients(world.boss, { search: 'Zorn' }, now)
    const archived = await listClients(world.boss, { search: 'Zorn', archived: true }, now)
    expect([current.clients, archived.clients.map((line) => line.id)]).toEqual([[], [id]])
  })
})

describe('the list', () => {
  it('finds a household by everything a person would type', async () => {
    const own = await makeWorld()
    const answer = await addClient(
      own.boss,
      form({
        name: 'Novak',
        street: 'Lindengasse 4',
        town: 'Weiz',
        person: { name: 'Mirjam Öz', phone: '+43 664 12 34 56', email: 'oez@example.test' },
      }),
    )
    if (!answer.ok) throw new Error(answer.reason)
    const { id } = answer.value
    const moth = { clientId: id, name: 'Moth', species: 'cat' as const }
    const { newAnimalSchema } = await import('@/lib/domain/animal/schema')
    await addAnimal(own.boss, newAnimalSchema.parse(moth), now)
    await addContact(own.boss, {
      clientId: id,
      name: 'Tariq',
      relation: '',
      phone: '',
      maySignIn: false,
      isMain: false,
      email: undefined,
    })
    const finds = async (search: string) => (await listClients(own.boss, { search }, now)).clients.length
    for (const search of [
      'nov',
      'NOVAK',
      'Mo',
      'moth',
      'linden 4',
      'öz',
      '0664 123456',
      '+43664',
      'tariq',
      'oez@',
      'weiz moth',
    ])
      expect([search, await finds(search)]).toEqual([search, 1])
    for (const search of ['oth x', 'ov', '%', '_', 'Graz', '999999'])
      expect([search, await finds(search)]).toEqual([search, 0])
  })

  it('needs the same statements for 1, 40 and 90 households, and pages through them all', async () => {
    const own = await makeWorld()
    const rows = Array.from({ length: 90 }, (_, index) => ({
      practiceId: own.practiceId,
      name: index % 2 ? `House ${index % 7}` : `house ${index % 7}`,
      zone: own.zone,
    }))
    const measured: number[] = []
    for (const [from, until] of [
      [0, 1],
      [1, 40],
      [40, 90],
    ] as const) {
      await inTransaction({ practiceId: own.practiceId, role: 'system' }, (tx) =>
        tx.insert(schema.client).values(rows.slice(from, until)),
      )
      const count = countQueries()
      await listClients(own.boss, {}, now)
      count.stop()
      measured.push(count.statements.filter((text) => /^select/i.test(text)).length)
    }
    expect(measured).toEqual([1, 1, 1])

    const first = await listClients(own.boss, {}, now)
    const second = await listClients(own.boss, { after: first.after ?? '' }, now)
    const third = await listClients(own.boss, { after: second.after ?? '' }, now)
    const ids = [first, second, third].flatMap((page) => page.clients.map((line) => line.id))
    expect([first.before, third.after, ids.length, new Set(ids).size]).toEqual([null, null, 90, 90])
    const back = await listClients(own.boss, { before: third.before ?? '' }, now)
    expect(back.clients).toEqual(second.clients)
    expect((await listClients(own.boss, { before: back.before ?? '' }, now)).before).toBeNull()
  })

  it('says the day of the next visit at the home, and its animals', async () => {
    const own = await makeHousehold(world, { name: 'Quandt', animal: 'Pip' })
    await bookVisit(own.clientId, '2026-06-02T23:30')
    const [line] = (await listClients(world.boss, { search: 'quandt' }, now)).clients
    expect(line?.nextVisit?.toString()).toBe('2026-06-02')
    expect(line?.animals).toMatchObject([{ name: 'Pip', species: 'cat' }])
  })
})

describe('the page of a household', () => {
  it('takes two statements and tells ahead from past', async () => {
    const own = await makeHousehold(world, { name: 'Sorensen' })
    await bookVisit(own.clientId, '2026-04-02T09:00', 'done')
    await bookVisit(own.clientId, '2026-06-09T09:00')
    await bookVisit(own.clientId, '2026-06-03T09:00')
    const count = countQueries()
    const page = await clientPage(world.assistant, own.clientId, now)
    count.stop()
    expect(count.statements.filter((text) => /^select/i.test(text))).toHaveLength(2)
    expect(page.ahead.map((visit) => visit.localStart.toPlainDate().toString())).toEqual([
      '2026-06-03',
      '2026-06-09',
    ])
    expect(page.past).toMatchObject([{ status: 'done', service: 'Home visit', consultant: 'Jonas Weiss' }])
  })
})

describe('who sees a household', () => {
  it('an owner sees people and animals of their own, and nothing of the practice', async () => {
    const seen = await householdOf(household.guardian)
    expect(seen).toMatchObject({
      id: household.clientId,
      people: [{ isMe: true }],
      animals: [{ name: 'Moth' }],
    })
    expect(JSON.stringify(seen)).not.toContain('accessNotes')
    await expect(clientPage(household.guardian, household.clientId, now)).rejects.toThrow(NotFound)
    await expect(householdOf(world.boss)).rejects.toThrow(NotFound)
  })

  it('a stranger finds nothing, whatever the id', async () => {
    const stranger = (await makeWorld()).boss
    for (const id of [household.clientId, randomUUID(), 'no-id', "' or true --"]) {
      await expect(clientPage(stranger, id, now)).rejects.toThrow(NotFound)
      await expect(archiveClient(stranger, { id }, now)).rejects.toThrow(NotFound)
    }
    expect((await listClients(stranger, { search: 'Berger' }, now)).clients).toEqual([])
    expect((await listClients(household.guardian, {}, now)).clients).toEqual([])
  })
})
