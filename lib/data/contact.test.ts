import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { hatsOf } from '@/lib/auth/hats'
import { hashToken } from '@/lib/auth/session-token'
import { contactSchema, newContactSchema } from '@/lib/domain/client/schema'
import { NotFound } from '@/lib/domain/result/result'
import { addContact, peopleOf, personForEditing, removeContact, saveContact } from './contact'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const address = () => `${randomUUID()}@example.test`

const adding = (clientId: string, more: Record<string, unknown> = {}) =>
  newContactSchema.parse({ clientId, name: 'Tariq', ...more })
const changing = (id: string, version: number, more: Record<string, unknown> = {}) =>
  contactSchema.parse({ id, version, name: 'Lena Berger', ...more })

/** Signs the person in, as a mail link would, and gives back their token. */
async function signIn(world: World, contactId: string): Promise<string> {
  const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx
      .select({ userId: schema.contact.userId })
      .from(schema.contact)
      .where(and(eq(schema.contact.practiceId, world.practiceId), eq(schema.contact.id, contactId))),
  )
  const token = randomUUID()
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx.insert(schema.authSession).values({
      tokenHash: hashToken(token),
      userId: row?.userId ?? '',
      expiresAt: Temporal.Now.instant().add({ hours: 24 }),
    }),
  )
  return token
}

describe('signing in', () => {
  it('is taken away at once, everywhere', async () => {
    const world = await makeWorld()
    const { contactId, email } = await makeHousehold(world)
    const tokens = [await signIn(world, contactId), await signIn(world, contactId)]
    expect((await hatsOf(tokens[0] ?? ''))?.guardians).toHaveLength(1)
    await saveContact(world.assistant, changing(contactId, 1, { email }))
    for (const token of tokens) expect(await hatsOf(token)).toBeNull()
    expect(await personForEditing(world.boss, contactId)).toMatchObject({
      maySignIn: false,
      email,
      version: 2,
    })
  })

  it('moves with the address: the old one is signed out, the new one is another person', async () => {
    const world = await makeWorld()
    const { contactId, email } = await makeHousehold(world)
    const token = await signIn(world, contactId)
    const next = address()
    await saveContact(world.boss, changing(contactId, 1, { email: next, maySignIn: 'on' }))
    expect(await hatsOf(token)).toBeNull()
    const again = await signIn(world, contactId)
    expect(await hatsOf(again)).toMatchObject({ email: next, guardians: [{ contactId }] })
    expect(next).not.toBe(email)
  })

  it('stays where only the name or the case of the address changed', async () => {
    const world = await makeWorld()
    const { contactId, email } = await makeHousehold(world)
    const token = await signIn(world, contactId)
    await saveContact(world.boss, changing(contactId, 1, { email: email.toUpperCase(), maySignIn: 'on' }))
    expect((await hatsOf(token))?.guardians).toHaveLength(1)
  })

  it('needs no address', async () => {
    const world = await makeWorld()
    const { clientId } = await makeHousehold(world)
    await addContact(world.boss, adding(clientId, { name: 'Großmutter', maySignIn: 'on' }))
    const grandmother = (await peopleOf(world.boss, clientId)).find(({ name }) => name === 'Großmutter')
    expect(grandmother).toMatchObject({ maySignIn: true, email: null })
    expect((await hatsOf(await signIn(world, grandmother?.id ?? '')))?.guardians).toHaveLength(1)
  })

  it('is one address for one person of a household', async () => {
    const world = await makeWorld()
    const { clientId, email } = await makeHousehold(world)
    const twin = adding(clientId, { email: email.toUpperCase(), maySignIn: 'on' })
    expect(await addContact(world.boss, twin)).toMatchObject({
      ok: false,
      reason: 'client.refusal.addressTaken',
    })
    expect((await addContact(world.boss, { ...twin, maySignIn: false })).ok).toBe(true)
  })
})

describe('the main person', () => {
  it('is always one, and hands over when removed', async () => {
    const world = await makeWorld()
    const { clientId, contactId } = await makeHousehold(world)
    const token = await signIn(world, contactId)
    await addContact(world.boss, adding(clientId))
    const mains = async () =>
      (await peopleOf(world.boss, clientId)).filter(({ isMain }) => isMain).map(({ name }) => name)
    expect(await mains()).toEqual(['Lena Berger'])
    expect((await removeContact(world.assistant, { id: contactId }, now)).ok).toBe(true)
    expect(await mains()).toEqual(['Tariq'])
    expect(await hatsOf(token)).toBeNull()
    await expect(personForEditing(world.boss, contactId)).rejects.toThrow(NotFound)
  })

  it('is one when several are made it at once', async () => {
    const world = await makeWorld()
    const { clientId } = await makeHousehold(world)
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        addContact(world.boss, adding(clientId, { name: `P${index}`, isMain: 'on' })),
      ),
    )
    const people = await peopleOf(world.boss, clientId)
    expect([people.length, people.filter(({ isMain }) => isMain).length]).toEqual([7, 1])
  })

  it('stays while nobody else is there', async () => {
    const world = await makeWorld()
    const { contactId } = await makeHousehold(world)
    expect(await removeContact(world.boss, { id: contactId }, now)).toMatchObject({
      ok: false,
      reason: 'client.refusal.lastPerson',
    })
  })
})

it('two tabs: the later save is told', async () => {
  const world = await makeWorld()
  const { contactId, email } = await makeHousehold(world)
  await saveContact(world.boss, changing(contactId, 1, { email, maySignIn: 'on', phone: '0664 1' }))
  const late = await saveContact(world.boss, changing(contactId, 1, { email, phone: '0664 2' }))
  expect(late).toMatchObject({ ok: false, version: 2, theirs: { phone: '0664 1', maySignIn: 'yes' } })
})

it('a stranger and a guardian change nobody', async () => {
  const world = await makeWorld()
  const { contactId, clientId, guardian } = await makeHousehold(world)
  const stranger = (await makeWorld()).boss
  for (const viewer of [stranger, guardian]) {
    await expect(saveContact(viewer, changing(contactId, 1))).rejects.toThrow(NotFound)
    await expect(addContact(viewer, adding(clientId))).rejects.toThrow(NotFound)
    await expect(removeContact(viewer, { id: contactId }, now)).rejects.toThrow(NotFound)
  }
  expect(await peopleOf(stranger, clientId)).toEqual([])
  expect(await peopleOf(guardian, clientId)).toHaveLength(1)
})
