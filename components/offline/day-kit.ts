import { Temporal } from 'temporal-polyfill'
import type { Kit } from '@/lib/domain/kit/kit'
import { unpacked } from '@/lib/domain/kit/pack'
import type { Owner } from '@/lib/domain/sync/queue'
import { dayOf } from '@/lib/domain/time/time'
import { deviceNow } from './device-now'
import { lookOf } from './look'
import { read, remove, write } from './vault'

/** By this device's clock. */
export const instantHere = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(deviceNow())

/** Fetches today of whoever is signed in and keeps it; says why not otherwise. */
export async function takeToday(): Promise<Kit | 'signedOut' | 'noSignal'> {
  const answer = await fetch('/api/kit/v1', { method: 'POST' }).catch(() => null)
  if (answer?.status === 401 || answer?.status === 404) return 'signedOut'
  if (!answer?.ok) return 'noSignal'
  const sent: unknown = await answer.json()
  const kit = unpacked(sent) as Kit
  const before = await keptDay(kit.owner)
  for (const { door } of before?.visits ?? []) await remove(kit.owner, lookOf(door.id))
  await write(kit.owner, 'kit', sent)
  await navigator.storage.persist?.()
  return kit
}

/** The day that is on this device; one that is over is taken away. */
export async function keptDay(owner: Owner): Promise<Kit | null> {
  const sent = await read<unknown>(owner, 'kit')
  const kit = sent ? (unpacked(sent) as Kit) : null
  if (!kit || kit.day.equals(dayOf(instantHere(), kit.zone))) return kit
  await remove(owner, 'kit')
  for (const { door } of kit.visits) await remove(owner, lookOf(door.id))
  return null
}
