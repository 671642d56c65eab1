import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { isLocale, type Locale } from '@/lib/domain/account/locale'
import { personFields } from '@/lib/domain/client/form'
import type { ContactChange, NewContact } from '@/lib/domain/client/schema'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { localeName } from '@/lib/format/locale-name'
import { text } from '@/lib/format/text'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** People of a household are its practice's and each other's. Who was removed is nobody's. */
const visibleContacts = (viewer: Viewer) =>
  and(
    eq(contact.practiceId, viewer.practiceId),
    isNull(contact.removedAt),
    viewer.kind === 'guardian' ? eq(contact.clientId, viewer.clientId) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )

export type Person = {
  id: string
  clientId: string
  name: string
  relation: string
  email: string | null
  phone: string
  locale: Locale
  isMain: boolean
  maySignIn: boolean
  /** Mails to the address came back: it gets none. */
  bounced: boolean
  version: number
}

const person = {
  id: contact.id,
  clientId: contact.clientId,
  name: contact.name,
  relation: contact.relation,
  email: contact.email,
  phone: contact.phone,
  locale: contact.locale,
  isMain: contact.isMain,
  maySignIn: sql<boolean>`${contact.userId} is not null`,
  bounced: sql<boolean>`coalesce(${contact.bouncedAddress} = ${contact.email}, false)`,
  version: contact.version,
}

/** The people of a household, the main person first. */
export function peopleOf(viewer: Viewer, clientId: string): Promise<Person[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select(person)
      .from(contact)
      .where(and(visibleContacts(viewer), eq(contact.clientId, idFrom(clientId))))
      .orderBy(desc(contact.isMain), asc(contact.createdAt), asc(contact.id)),
  )
}

/** One person with the name of the household, for their form. For members. */
export function personForEditing(viewer: Viewer, id: string): Promise<Person & { household: string }> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({ ...person, household: client.name })
      .from(contact)
      .innerJoin(client, and(eq(client.practiceId, contact.practiceId), eq(client.id, contact.clientId)))
      .where(and(visibleContacts(viewer), eq(contact.id, idFrom(id))))
    return found(row)
  })
}

/** A new person of a household. The first one is the main person, whatever the form says. */
export function addContact(viewer: Viewer, input: NewContact): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const clientId = await lockHousehold(tx, viewer, input.clientId)
    const others = await peopleOf(viewer, clientId)
    if (addressIsTaken(others, input)) return refused('client.refusal.addressTaken', takenAddress)
    const isMain = input.isMain || others.length === 0
    if (isMain) await nobodyIsMain(tx, viewer, clientId)
    const [made] = await tx
      .insert(contact)
      .values({
        practiceId: viewer.practiceId,
        clientId,
        ...columnsOf(input),
        isMain,
        userId: input.maySignIn ? await userFor(tx, input) : null,
      })
      .returning({ id: contact.id })
    await audit(tx, viewer, 'add', 'contact', found(made).id, { maySignIn: input.maySignIn })
    return done({ clientId })
  })
}

/**
 * Changes a person. Taking the sign-in away, or giving them another address, signs them out everywhere; the new
 * address is another sign-in. Refuses where somebody saved since the form was opened.
 */
export function saveContact(viewer: Viewer, input: ContactChange): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const standing = await lockPerson(tx, viewer, input.id)
    const { clientId } = standing
    if (standing.version !== input.version) {
      const sent = { ...standing, ...columnsOf(input), maySignIn: input.maySignIn }
      const theirs = theirsOf(personFields(sent), personFields(standing), inWords)
      if (Object.keys(theirs).length === 0) return done({ clientId })
      return refused('errors.conflict', { theirs, version: standing.version })
    }
    const others = (await peopleOf(viewer, clientId)).filter(({ id }) => id !== standing.id)
    if (addressIsTaken(others, input)) return refused('client.refusal.addressTaken', takenAddress)
    const userId = await signInAfter(tx, standing, input)
    if (input.isMain && !standing.isMain) await nobodyIsMain(tx, viewer, clientId)
    await tx
      .update(contact)
      .set({
        ...columnsOf(input),
        userId,
        isMain: input.isMain || standing.isMain,
        version: standing.version + 1,
      })
      .where(and(visibleContacts(viewer), eq(contact.id, standing.id)))
    await audit(tx, viewer, 'change', 'contact', standing.id, { maySignIn: input.maySignIn })
    return done({ clientId })
  })
}

/**
 * Takes a person out of the household and signs them out everywhere. Refuses the last one. Where it was the main
 * person, the one who was there first takes over.
 */
export function removeContact(
  viewer: Viewer,
  { id }: { id: string },
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const standing = await lockPerson(tx, viewer, id)
    const { clientId } = standing
    const next = (await peopleOf(viewer, clientId)).find((other) => other.id !== standing.id)
    if (!next) return refused('client.refusal.lastPerson')
    if (standing.userId) await signOut(tx, standing.userId)
    // Nothing is returned: a removed person is outside the predicate.
    await tx
      .update(contact)
      .set({ removedAt: now, userId: null, isMain: false, version: standing.version + 1 })
      .where(and(visibleContacts(viewer), eq(contact.id, standing.id)))
    if (standing.isMain) {
      await tx
        .update(contact)
        .set({ isMain: true })
        .where(and(visibleContacts(viewer), eq(contact.id, next.id)))
    }
    await audit(tx, viewer, 'remove', 'contact', standing.id)
    return done({ clientId })
  })
}

const columnsOf = ({ name, relation, email, phone, locale }: Omit<NewContact, 'clientId'>) => ({
  name,
  relation,
  email: email ?? null,
  phone,
  ...(locale ? { locale } : {}),
})

/** Two people of one household with one address would be one sign-in. */
const addressIsTaken = (others: Person[], { email, maySignIn }: Omit<NewContact, 'clientId'>) =>
  maySignIn &&
  email !== undefined &&
  others.some((other) => other.maySignIn && other.email?.toLowerCase() === email.toLowerCase())
const takenAddress = { fields: { email: 'client.refusal.addressTaken' } }

/** People of one household change one after the other, so that one of them is the main person. */
async function lockHousehold(tx: Tx, viewer: Viewer, clientId: string): Promise<string> {
  if (!canKeepClients(viewer)) throw new NotFound()
  const [row] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, viewer.practiceId), eq(client.id, idFrom(clientId))))
    .for('no key update')
  return found(row).id
}

type Standing = Person & { userId: string | null }

async function lockPerson(tx: Tx, viewer: Viewer, id: string): Promise<Standing> {
  if (!canKeepClients(viewer)) throw new NotFound()
  const load = () =>
    tx
      .select({ ...person, userId: contact.userId })
      .from(contact)
      .where(and(visibleContacts(viewer), eq(contact.id, idFrom(id))))
  await lockHousehold(tx, viewer, found((await load())[0]).clientId)
  return found((await load())[0])
}

const nobodyIsMain = (tx: Tx, viewer: Viewer, clientId: string) =>
  tx
    .update(contact)
    .set({ isMain: false })
    .where(and(visibleContacts(viewer), eq(contact.clientId, clientId), ne(contact.isMain, false)))

/** Who this person signs in as from now on; whoever they signed in as before and no longer do is signed out. */
async function signInAfter(tx: Tx, standing: Standing, input: ContactChange): Promise<string | null> {
  const keepsAddress = standing.email?.toLowerCase() === input.email?.toLowerCase()
  if (input.maySignIn && standing.userId && keepsAddress) return standing.userId
  const next = input.maySignIn ? await userFor(tx, input) : null
  if (standing.userId && standing.userId !== next) await signOut(tx, standing.userId)
  return next
}

async function userFor(tx: Tx, { email, name }: { email?: string | undefined; name: string }) {
  const [row] = await tx.execute<{ id: string }>(
    sql`select app.ensure_user(${email ?? null}::public.citext, ${name}) as id`,
  )
  return found(row).id
}

const signOut = (tx: Tx, userId: string) => tx.execute(sql`select app.sign_out_everywhere(${userId}::uuid)`)

function inWords(field: string, value: string): string {
  const t = text('client')
  if (field === 'isMain' || field === 'maySignIn') return t(value === '' ? 'no' : 'yes')
  if (isLocale(value)) return localeName(value)
  return value === '' ? t('empty') : value
}
