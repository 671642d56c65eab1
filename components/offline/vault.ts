import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Owner } from '@/lib/domain/sync/queue'

// What a device keeps of a practice, person by person: encrypted, with a key that no script can read out.

interface Vault extends DBSchema {
  keys: { key: string; value: CryptoKey }
  kept: { key: [person: string, name: string]; value: Sealed }
}
type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

export const personOf = ({ practiceId, userId }: Owner): string => `${practiceId}/${userId}`

/** Who works on this device; two ids, read before the vault is opened at all. */
const here = 'doorstep.person'
/** Stands there when whoever worked here left, and things of somebody else are still in the vault. */
const somebody = 'somebody'

/** Whose things are on this device; null while nothing is. */
export function personHere(): Owner | null {
  const [practiceId, userId] = (localStorage.getItem(here) ?? '').split('/')
  return practiceId && userId ? { practiceId, userId } : null
}

/** This person is the one who works here now: what others left stays shut until they are back. */
export const stepIn = (owner: Owner): void => localStorage.setItem(here, personOf(owner))

let opened: Promise<IDBPDatabase<Vault>> | null = null

function vault(): Promise<IDBPDatabase<Vault>> {
  opened ??= openDB<Vault>('doorstep', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('kept')
    },
    blocking: (_now, _next, { target }) => (target as IDBDatabase).close(),
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function keyOf(owner: Owner): Promise<CryptoKey> {
  const db = await vault()
  const known = await db.get('keys', personOf(owner))
  if (known) return known
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const tx = db.transaction('keys', 'readwrite')
  const meanwhile = await tx.store.get(personOf(owner))
  if (!meanwhile) await tx.store.put(fresh, personOf(owner))
  await tx.done
  return meanwhile ?? fresh
}

/** Bound to its place: what was kept for one person under one name opens nowhere else. */
const sealing = (owner: Owner, name: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${personOf(owner)}/${name}`),
})

/** What is kept under a name; null where nothing is. */
export async function read<Value>(owner: Owner, name: string): Promise<Value | null> {
  const bytes = await readBytes(owner, name)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value)
}

/** Keeps it, and only then answers: what a page says of it has to be true after the app was killed. */
export const write = (owner: Owner, name: string, value: unknown): Promise<void> =>
  writeBytes(owner, name, new TextEncoder().encode(JSON.stringify(value)))

export async function readBytes(owner: Owner, name: string): Promise<ArrayBuffer | null> {
  const sealed = await (await vault()).get('kept', [personOf(owner), name])
  if (!sealed) return null
  return crypto.subtle.decrypt(sealing(owner, name, sealed.iv), await keyOf(owner), sealed.bytes)
}

export async function writeBytes(owner: Owner, name: string, plain: BufferSource): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(sealing(owner, name, iv), await keyOf(owner), plain)
  const tx = (await vault()).transaction('kept', 'readwrite', { durability: 'strict' })
  await tx.store.put({ iv, bytes }, [personOf(owner), name])
  await tx.done
  stepIn(owner)
}

/** The names this person keeps something under that begin so. */
export async function namesFrom(owner: Owner, start: string): Promise<string[]> {
  const person = personOf(owner)
  const range = IDBKeyRange.bound([person, start], [person, `${start}\uffff`])
  return (await (await vault()).getAllKeys('kept', range)).map(([, name]) => name)
}

export async function remove(owner: Owner, name: string): Promise<void> {
  await (await vault()).delete('kept', [personOf(owner), name])
}

/** Everything of this person, and their key: what a copy of the disk still holds cannot be read by anybody. */
export async function wipe(owner: Owner): Promise<void> {
  const tx = (await vault()).transaction(['keys', 'kept'], 'readwrite')
  const person = personOf(owner)
  await tx.objectStore('kept').delete(IDBKeyRange.bound([person, ''], [person, '\uffff']))
  await tx.objectStore('keys').delete(person)
  const others = await tx.objectStore('keys').count()
  await tx.done
  if (others > 0) localStorage.setItem(here, somebody)
  else localStorage.removeItem(here)
}
